import dynamic from 'next/dynamic';
import type { InspectPart } from '@/components/inspect/parts';

const MapView = dynamic(() => import('@/components/inspect/map/MapView').then(({ MapView }) => MapView), {
  ssr: false,
});

export const MAP_PARTS: readonly InspectPart[] = [
  { id: 'data-map', title: { en: 'Map of the data', vi: 'Bản đồ dữ liệu' }, View: MapView, standsAlone: true },
];
