import dynamic from 'next/dynamic';
import type { InspectPart } from '@/components/inspect/parts';

const CompareView = dynamic(
  () => import('@/components/inspect/compare/CompareView').then(({ CompareView }) => CompareView),
  { ssr: false },
);

export const COMPARE_PARTS: readonly InspectPart[] = [
  { id: 'compare', title: { en: 'Compare', vi: 'So sánh' }, View: CompareView, standsAlone: true },
];
