import dynamic from 'next/dynamic';
import type { InspectPart } from '@/components/inspect/parts';

const WhyView = dynamic(() => import('@/components/inspect/why/WhyView').then(({ WhyView }) => WhyView), {
  ssr: false,
});
const ExciteView = dynamic(
  () => import('@/components/inspect/why/excite/ExciteView').then(({ ExciteView }) => ExciteView),
  { ssr: false },
);

/** Why a unit answers as it does, and a picture made for it. */
export const WHY_PARTS: readonly InspectPart[] = [
  { id: 'why', title: { en: 'Why', vi: 'Vì sao' }, View: WhyView },
  { id: 'excite', title: { en: 'Made picture', vi: 'Ảnh tạo ra' }, View: ExciteView },
];
