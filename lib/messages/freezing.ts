import type { Localized } from '@/lib/core/locale';

/** The switch that keeps layers from learning. */
export interface FreezingMessages {
  readonly label: string;
  /** Of several layers or a block. */
  readonly labelOf: (count: number) => string;
  readonly hint: string;
  /** A layer inside a block. */
  readonly everywhere: string;
  readonly some: (frozen: number, count: number) => string;
}

export const freezingMessages: Localized<FreezingMessages> = {
  en: {
    label: 'Frozen',
    labelOf: (count) => (count === 1 ? 'Frozen: 1 layer with weights' : `Frozen: ${count} layers with weights`),
    hint: 'Training leaves the weights as they are.',
    everywhere: 'In every use of the block.',
    some: (frozen, count) => `${frozen} of ${count} are frozen.`,
  },
  vi: {
    label: 'Đóng băng',
    labelOf: (count) => `Đóng băng: ${count} lớp có trọng số`,
    hint: 'Huấn luyện giữ nguyên các trọng số này.',
    everywhere: 'Ở mọi nơi dùng khối này.',
    some: (frozen, count) => `${frozen} trong ${count} lớp đang đóng băng.`,
  },
};
