import type { Localized } from '@/lib/core/locale';

/** The choice to go on from the weights that a design came with. */
export interface StartWeightsMessages {
  readonly label: string;
  /** `fitting` of `all` tensors still are those of the design. */
  readonly hint: (fitting: number, all: number, size: string) => string;
  readonly none: string;
  readonly forget: string;
}

export const startWeightsMessages: Localized<StartWeightsMessages> = {
  en: {
    label: 'Start from the imported weights',
    hint: (fitting, all, size) =>
      fitting === all
        ? `All ${all} tensors of the file, ${size}.`
        : `${fitting} of the file’s ${all} tensors, ${size}; the layers you have changed since start anew.`,
    none: 'The weights of the file no longer fit: every layer with weights was changed since. Training starts anew.',
    forget: 'Drop the imported weights',
  },
  vi: {
    label: 'Bắt đầu từ trọng số đã nhập',
    hint: (fitting, all, size) =>
      fitting === all
        ? `Toàn bộ ${all} tensor trong tệp, ${size}.`
        : `${fitting} trong ${all} tensor của tệp, ${size}; các lớp bạn đã sửa sẽ bắt đầu lại từ đầu.`,
    none: 'Trọng số của tệp không còn khớp: mọi lớp có trọng số đều đã thay đổi. Việc huấn luyện sẽ bắt đầu lại từ đầu.',
    forget: 'Bỏ trọng số đã nhập',
  },
};
