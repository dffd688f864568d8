import dynamic from 'next/dynamic';
import type { InspectPart } from '@/components/inspect/parts';

const UnitMapView = dynamic(
  () => import('@/components/inspect/unit/UnitMapView').then(({ UnitMapView }) => UnitMapView),
  { ssr: false },
);
const UnitFilterView = dynamic(
  () => import('@/components/inspect/unit/UnitFilterView').then(({ UnitFilterView }) => UnitFilterView),
  { ssr: false },
);

/** A unit's map on the picture, and the weights behind it. */
export const UNIT_PARTS: readonly InspectPart[] = [
  { id: 'unit', title: { en: 'Unit', vi: 'Đơn vị' }, View: UnitMapView },
  { id: 'filter', title: { en: 'Filter', vi: 'Bộ lọc' }, View: UnitFilterView },
];
