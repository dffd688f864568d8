import type { Localized } from '@/lib/core/locale';

/** The choice to go on from the weights that a design came with. */
export interface StartWeightsMessages {
  readonly label: string;
  /** `fitting` of `all` tensors still are those of the design. */
  readonly hint: (fitting: number, all: number, size: string) => string;
  /** Layers without fitting weights, and how many more there are. */
  readonly anew: (layers: string, more: number) => string;
  readonly none: string;
  /** The design has mistakes. */
  readonly mistakes: string;
  readonly test: string;
  readonly forget: string;
  readonly noRoom: string;
}

export const startWeightsMessages: Localized<StartWeightsMessages> = {
  en: {
    label: 'Start from the imported weights',
    hint: (fitting, all, size) =>
      fitting === all
        ? `All ${all} tensors of the file, ${size}.`
        : `${fitting} of the file’s ${all} tensors still fit, ${size}.`,
    anew: (layers, more) =>
      `Without fitting weights, these start anew: ${layers}${more > 0 ? ` and ${more} more` : ''}.`,
    none: 'None of the file’s weights fits the design as it is now: training starts anew. Undo brings them back.',
    mistakes: 'Which of the file’s weights fit can be told once the design has no mistakes. They are kept meanwhile.',
    test: 'Test the imported weights',
    forget: 'Drop the imported weights',
    noRoom:
      'The browser has no room to keep the weights of this design: they are here until the page is closed. Delete designs you no longer need, or keep the file.',
  },
  vi: {
    label: 'Bắt đầu từ trọng số đã nhập',
    hint: (fitting, all, size) =>
      fitting === all
        ? `Toàn bộ ${all} tensor trong tệp, ${size}.`
        : `Còn khớp ${fitting} trong ${all} tensor của tệp, ${size}.`,
    anew: (layers, more) =>
      `Không có trọng số khớp nên bắt đầu lại từ đầu: ${layers}${more > 0 ? ` và ${more} lớp nữa` : ''}.`,
    none: 'Không trọng số nào trong tệp khớp với thiết kế hiện tại: việc huấn luyện sẽ bắt đầu lại từ đầu. Hoàn tác để dùng lại chúng.',
    mistakes: 'Khi thiết kế hết lỗi mới biết trọng số nào trong tệp còn khớp. Trong lúc đó chúng vẫn được giữ.',
    test: 'Kiểm tra trọng số đã nhập',
    forget: 'Bỏ trọng số đã nhập',
    noRoom:
      'Trình duyệt không còn chỗ để giữ trọng số của thiết kế này: chúng chỉ còn đến khi đóng trang. Hãy xóa các thiết kế không cần nữa, hoặc giữ lại tệp gốc.',
  },
};
