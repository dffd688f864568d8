import { gridPart } from '@/components/inspect/unit/grid-part';
import type { Activations } from '@/lib/inspect/channel-map';
import type { InsidePart } from '@/lib/pictures/inside-picture';

/** Signs told apart, each map as strong as it is among all. */
export const SIGNED_VIEW = { scale: 'diverging', normalisation: 'layer', order: 'index' } as const;

/** All numbers of a row as bars, for a sheet. */
export function numbersPart({ shape, values }: Activations, caption: string): InsidePart {
  return gridPart({ node: '', shape, values }, { view: SIGNED_VIEW, names: [], caption });
}
