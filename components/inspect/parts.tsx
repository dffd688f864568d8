import type { ComponentType } from 'react';
import { COMPARE_PARTS } from '@/components/inspect/compare/compare-parts';
import { MAP_PARTS } from '@/components/inspect/map/map-parts';
import { TOP_PARTS } from '@/components/inspect/top/top-parts';
import { UNIT_PARTS } from '@/components/inspect/unit/unit-parts';
import { WHY_PARTS } from '@/components/inspect/why/why-parts';
import type { Localized } from '@/lib/core/locale';

/** A view of the panel "Look inside". Its component takes no properties and reads the store through `useInspect`. */
export interface InspectPart {
  readonly id: string;
  readonly title: Localized<string>;
  /** Through `next/dynamic`, where it is more than a few lines. */
  readonly View: ComponentType;
  /** It has the chosen unit in it, or nothing to do with units: none stands beside it. */
  readonly standsAlone?: boolean;
}

/** Of the unit that is chosen: at the right, one at a time. */
export const UNIT_VIEWS: readonly InspectPart[] = [...UNIT_PARTS, ...TOP_PARTS];

/** Id of the view in the middle that is not a part: the grid of maps. */
export const MAPS = 'maps';

/** In place of the grid of maps, over the whole width. */
export const PANEL_VIEWS: readonly InspectPart[] = [...COMPARE_PARTS, ...MAP_PARTS, ...WHY_PARTS];
