import type { Localized } from '@/lib/core/locale';

/** Which weights a project was packed with; 'partly': the imported ones fit some layers only, so that none went in. */
export type PackedWeights = 'trained' | 'imported' | 'partly' | 'none';

/** What the code panel says. */
export interface CodeMessages {
  readonly files: string;
  /** The editor's name for screen readers. */
  readonly editor: (file: string) => string;
  readonly readOnly: string;
  readonly loading: string;
  readonly checking: string;
  readonly typeErrors: (count: number) => string;
  readonly notChecked: string;
  readonly copy: string;
  readonly copied: (file: string) => string;
  readonly copyFailed: string;
  readonly download: string;
  readonly downloaded: (file: string, weights: PackedWeights) => string;
  readonly downloadFailed: string;
  readonly empty: string;
  readonly hasErrors: (count: number) => string;
  /** Beside code of an earlier version of the design. */
  readonly outdated: string;
  readonly showProblems: string;
  /** Monaco could not be loaded. */
  readonly plainText: string;
}

export const codeMessages: Localized<CodeMessages> = {
  en: {
    files: 'Files of the project',
    editor: (file) => `${file}, read-only. Press Tab to leave the editor.`,
    readOnly: 'Read-only: the code follows the design',
    loading: 'Loading the editor…',
    checking: 'Checking types…',
    typeErrors: (count) => (count === 1 ? '1 type error' : `${count} type errors`),
    notChecked: 'Types not checked',
    copy: 'Copy file',
    copied: (file) => `${file} is copied.`,
    copyFailed: 'The browser does not allow copying; select the text and copy it by hand.',
    download: 'Download project',
    downloaded: (file, weights) =>
      ({
        trained: `${file} is downloaded, with the weights of the last training.`,
        imported: `${file} is downloaded, with the weights that came with the design.`,
        partly: `${file} is downloaded without weights: those that came with the design no longer fit all its layers.`,
        none: `${file} is downloaded.`,
      })[weights],
    downloadFailed: 'The project could not be packed. Try again; if the network is very large, close other tabs first.',
    empty: 'There is no code yet: add layers, or start from a template.',
    hasErrors: (count) =>
      count === 1
        ? 'The design has an error, so there is no code for it.'
        : `The design has ${count} errors, so there is no code for it.`,
    outdated: 'Below is the code of the last version without errors.',
    showProblems: 'Show problems',
    plainText: 'The editor could not be loaded: this is the plain text, its types are not checked.',
  },
  vi: {
    files: 'Các tệp của dự án',
    editor: (file) => `${file}, chỉ đọc. Nhấn Tab để rời trình soạn thảo.`,
    readOnly: 'Chỉ đọc: mã thay đổi theo bản thiết kế',
    loading: 'Đang tải trình soạn thảo…',
    checking: 'Đang kiểm tra kiểu…',
    typeErrors: (count) => `${count} lỗi kiểu`,
    notChecked: 'Chưa kiểm tra kiểu',
    copy: 'Sao chép tệp',
    copied: (file) => `Đã sao chép ${file}.`,
    copyFailed: 'Trình duyệt không cho phép sao chép; hãy chọn văn bản và tự sao chép.',
    download: 'Tải dự án',
    downloaded: (file, weights) =>
      ({
        trained: `Đã tải ${file}, kèm trọng số của lần huấn luyện gần nhất.`,
        imported: `Đã tải ${file}, kèm trọng số đi cùng thiết kế.`,
        partly: `Đã tải ${file} không kèm trọng số: trọng số đi cùng thiết kế không còn khớp với mọi lớp.`,
        none: `Đã tải ${file}.`,
      })[weights],
    downloadFailed: 'Không đóng gói được dự án. Hãy thử lại; nếu mạng rất lớn, hãy đóng bớt các thẻ khác trước.',
    empty: 'Chưa có mã: hãy thêm lớp, hoặc bắt đầu từ một mạng mẫu.',
    hasErrors: (count) => `Bản thiết kế có ${count} lỗi nên chưa có mã cho nó.`,
    outdated: 'Bên dưới là mã của phiên bản gần nhất không có lỗi.',
    showProblems: 'Xem các lỗi',
    plainText: 'Không tải được trình soạn thảo: đây là văn bản thuần, kiểu chưa được kiểm tra.',
  },
};
