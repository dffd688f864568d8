import type { Localized } from '@/lib/core/locale';

type FamilyName =
  'input' | 'convolution' | 'pooling' | 'activation' | 'dense' | 'normalization' | 'regularization' | 'merge';

/** What the palette, the problems panel and the summary table say. */
export interface PanelMessages {
  readonly families: Readonly<Record<FamilyName, string>>;
  readonly palette: {
    readonly title: string;
    readonly search: string;
    readonly none: (query: string) => string;
    readonly hint: string;
    readonly found: (count: number) => string;
  };
  readonly problems: {
    readonly title: string;
    readonly severity: Readonly<Record<'error' | 'warning' | 'hint', string>>;
    readonly counts: Readonly<Record<'error' | 'warning' | 'hint', (count: number) => string>>;
    readonly none: string;
    readonly noneText: string;
    readonly design: string;
    readonly connection: (from: string, to: string) => string;
  };
  readonly summary: {
    readonly title: string;
    readonly layer: string;
    readonly type: string;
    readonly output: string;
    readonly params: string;
    readonly share: string;
    readonly macs: string;
    readonly receptiveField: string;
    readonly total: string;
    readonly whole: string;
    readonly unknown: string;
    readonly copyMarkdown: string;
    readonly copyCsv: string;
    readonly copied: string;
    readonly copyFailed: string;
    readonly trainable: (count: string) => string;
    readonly memory: string;
    readonly memoryInference: (batch: string) => string;
    readonly memoryTraining: (batch: string) => string;
    readonly weights: string;
    readonly sampleMacs: string;
    readonly empty: string;
  };
}

export const panelMessages: Localized<PanelMessages> = {
  en: {
    families: {
      input: 'Input',
      convolution: 'Convolution',
      pooling: 'Pooling',
      activation: 'Activation',
      dense: 'Dense',
      normalization: 'Normalization',
      regularization: 'Regularization',
      merge: 'Merging',
    },
    palette: {
      title: 'Layers',
      search: 'Search layers',
      none: (query) => `No layer matches “${query}”.`,
      hint: 'Drag onto the canvas, or press Enter to add after the selected layer.',
      found: (count) => (count === 1 ? '1 layer' : `${count} layers`),
    },
    problems: {
      title: 'Problems',
      severity: { error: 'Error', warning: 'Warning', hint: 'Hint' },
      counts: {
        error: (count) => (count === 1 ? '1 error' : `${count} errors`),
        warning: (count) => (count === 1 ? '1 warning' : `${count} warnings`),
        hint: (count) => (count === 1 ? '1 hint' : `${count} hints`),
      },
      none: 'No problems',
      noneText: 'Every shape fits and the network matches its data set.',
      design: 'Design',
      connection: (from, to) => `${from} → ${to}`,
    },
    summary: {
      title: 'Summary',
      layer: 'Layer',
      type: 'Type',
      output: 'Output shape',
      params: 'Parameters',
      share: 'Share',
      macs: 'MACs',
      receptiveField: 'Receptive field',
      total: 'Total',
      whole: 'whole input',
      unknown: 'unknown',
      copyMarkdown: 'Copy as Markdown',
      copyCsv: 'Copy as CSV',
      copied: 'The table is on the clipboard.',
      copyFailed: 'The browser did not allow access to the clipboard.',
      trainable: (count) => `${count} trainable`,
      memory: 'Memory',
      memoryInference: (batch) => `Inference, batch of ${batch}`,
      memoryTraining: (batch) => `Training, batch of ${batch}`,
      weights: 'Weights',
      sampleMacs: 'MACs per sample',
      empty: 'The design has no layers yet.',
    },
  },
  vi: {
    families: {
      input: 'Đầu vào',
      convolution: 'Tích chập',
      pooling: 'Gộp',
      activation: 'Hàm kích hoạt',
      dense: 'Kết nối đầy đủ',
      normalization: 'Chuẩn hoá',
      regularization: 'Điều chuẩn',
      merge: 'Hợp nhánh',
    },
    palette: {
      title: 'Các lớp',
      search: 'Tìm lớp',
      none: (query) => `Không có lớp nào khớp với “${query}”.`,
      hint: 'Kéo vào khung vẽ, hoặc nhấn Enter để thêm sau lớp đang chọn.',
      found: (count) => `${count} lớp`,
    },
    problems: {
      title: 'Vấn đề',
      severity: { error: 'Lỗi', warning: 'Cảnh báo', hint: 'Gợi ý' },
      counts: {
        error: (count) => `${count} lỗi`,
        warning: (count) => `${count} cảnh báo`,
        hint: (count) => `${count} gợi ý`,
      },
      none: 'Không có vấn đề',
      noneText: 'Mọi hình dạng đều khớp và mạng phù hợp với tập dữ liệu.',
      design: 'Cả mạng',
      connection: (from, to) => `${from} → ${to}`,
    },
    summary: {
      title: 'Tóm tắt',
      layer: 'Lớp',
      type: 'Loại',
      output: 'Hình dạng đầu ra',
      params: 'Tham số',
      share: 'Tỉ lệ',
      macs: 'Phép nhân-cộng',
      receptiveField: 'Vùng tiếp nhận',
      total: 'Tổng',
      whole: 'toàn bộ đầu vào',
      unknown: 'chưa rõ',
      copyMarkdown: 'Sao chép dạng Markdown',
      copyCsv: 'Sao chép dạng CSV',
      copied: 'Đã chép bảng vào bộ nhớ tạm.',
      copyFailed: 'Trình duyệt không cho phép truy cập bộ nhớ tạm.',
      trainable: (count) => `${count} huấn luyện được`,
      memory: 'Bộ nhớ',
      memoryInference: (batch) => `Suy luận, lô ${batch} mẫu`,
      memoryTraining: (batch) => `Huấn luyện, lô ${batch} mẫu`,
      weights: 'Trọng số',
      sampleMacs: 'Phép nhân-cộng mỗi mẫu',
      empty: 'Mạng chưa có lớp nào.',
    },
  },
};
