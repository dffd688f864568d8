import dynamic from 'next/dynamic';
import type { InspectPart } from '@/components/inspect/parts';

const TopView = dynamic(() => import('@/components/inspect/top/TopView').then(({ TopView }) => TopView), {
  ssr: false,
});

/** What excites a unit most, and its name. */
export const TOP_PARTS: readonly InspectPart[] = [
  { id: 'top', title: { en: 'Top nine', vi: 'Chín mẫu' }, View: TopView },
];
