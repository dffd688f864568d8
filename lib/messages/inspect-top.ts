import type { Localized } from '@/lib/core/locale';
type Split = 'training' | 'validation' | 'test';

/** What the view of a unit's best samples says. Loaded with it only. */
export interface InspectTopMessages {
  readonly split: string;
  readonly splits: Readonly<Record<Split, string>>;
  readonly samplesFor: Readonly<Record<Split, string>>;
  readonly most: string;
  readonly first: (count: string) => string;
  readonly all: (count: string) => string;
  readonly find: string;
  readonly again: string;
  readonly stop: string;
  readonly passOf: (layer: string, split: string, gone: string, total: string) => string;
  readonly starting: string;
  readonly asking: string;
  readonly none: (layer: string) => string;
  /** Where the found samples come from. */
  readonly whole: (gone: string, split: string) => string;
  readonly partly: (gone: string, split: string) => string;
  readonly kept: string;
  readonly notKept: Readonly<Record<'quota' | 'barred' | 'other', string>>;
  readonly noSamples: string;
  readonly active: (share: string) => string;
  readonly dead: (count: string) => string;
  readonly list: (unit: string, layer: string) => string;
  readonly rank: (rank: number, sample: string, split: string, truth: string | null, value: string) => string;
  readonly makeInput: string;
  readonly field: string;
  readonly wholeSees: string;
  readonly border: string;
  readonly spread: string;
  readonly spreadRow: (name: string, count: number, of: number) => string;
  readonly note: string;
  readonly noteHint: string;
  readonly notePlaceholder: string;
  readonly noteElsewhere: string;
  readonly sheet: string;
  readonly sheetGoing: (done: string, total: string) => string;
  readonly sheetFailed: string;
  readonly failed: Readonly<Record<'data' | 'memory' | 'other', string>>;
  readonly sheetTitle: (layer: string, design: string) => string;
  readonly sheetFacts: {
    readonly run: (name: string) => string;
    readonly noRun: string;
    readonly layer: (name: string, shape: string, units: string) => string;
    readonly data: (name: string, split: string) => string;
    readonly gone: (count: string) => string;
    readonly how: string;
    readonly unit: (unit: string) => string;
    readonly sample: (sample: string, truth: string | null, value: string) => string;
  };
}

export const inspectTopMessages: Localized<InspectTopMessages> = {
  en: {
    split: 'Among which samples',
    splits: { training: 'training', validation: 'validation', test: 'test' },
    samplesFor: { training: 'training samples', validation: 'validation samples', test: 'test samples' },
    most: 'How many',
    first: (count) => `first ${count}`,
    all: (count) => `all ${count}`,
    find: 'Find the best nine',
    again: 'Again',
    stop: 'Stop',
    passOf: (layer, split, gone, total) => `${layer}, ${split}: ${gone} of ${total} samples`,
    starting: 'Getting the samples ready…',
    asking: 'Looking for what was found before…',
    none: (layer) =>
      `Not gone through yet. One pass finds the nine samples that excite each unit of ${layer} most, for all its units at once.`,
    whole: (gone, split) => `Best of ${gone} ${split} samples.`,
    partly: (gone, split) => `Best so far, of ${gone} ${split} samples: not all were gone through.`,
    kept: 'Kept with the run.',
    notKept: {
      quota: 'Not kept with the run: the browser’s storage is full. Delete runs or data sets you no longer need.',
      barred: 'Not kept with the run: the browser does not allow storage here.',
      other: 'Not kept with the run: it was removed, or the storage failed.',
    },
    noSamples: 'There are no samples of the shape that this network takes, so none can be gone through.',
    active: (share) => `Above 0 for ${share} of the samples.`,
    dead: (count) => `Dead: never above 0 in ${count} samples.`,
    list: (unit, layer) => `What excites unit ${unit} of ${layer} most`,
    rank: (rank, sample, split, truth, value) =>
      `${rank}. Sample ${sample} of the ${split} set${truth === null ? '' : `, class ${truth}`}: activation ${value}`,
    makeInput: 'Click: look at this sample',
    field:
      'Large: what the most excited cell sees. Small: the whole sample with that part outlined, and the unit’s map.',
    wholeSees: 'Each unit sees the whole sample.',
    border: 'Checked: border beyond the picture.',
    spread: 'Classes among them',
    spreadRow: (name, count, of) => `${name}: ${count} of ${of}`,
    note: 'What it answers to',
    noteHint: 'Kept with the design and shown on its layer. After training anew the unit may answer to something else.',
    notePlaceholder: 'e.g. left edge: dark to bright',
    noteElsewhere: 'The open design has no such layer: the note would have no place.',
    sheet: 'Sheet of all units…',
    sheetGoing: (done, total) => `Drawing the sheet: ${done} of ${total} units`,
    sheetFailed: 'The sheet could not be made: samples could not be read. Try again.',
    failed: {
      data: 'The data set could not be read; check the connection and try again.',
      memory: 'There is not enough memory; end a training or close other tabs, then try again.',
      other: 'It did not work; try again.',
    },
    sheetTitle: (layer, design) => `What excites ${layer} of ${design}`,
    sheetFacts: {
      run: (name) => `Run: ${name}`,
      noRun: 'Run: none (weights that came with the design, or start values)',
      layer: (name, shape, units) => `Layer: ${name}, ${shape}, ${units} units`,
      data: (name, split) => `Data: ${name}, ${split} samples`,
      gone: (count) => `Gone through: ${count} samples`,
      how: 'For each unit the nine samples whose map has the greatest value, best first: above, what the most excited cell sees; below, the whole sample with that part outlined.',
      unit: (unit) => `Unit ${unit}`,
      sample: (sample, truth, value) => `${value} · ${truth === null ? `sample ${sample}` : `${truth} (${sample})`}`,
    },
  },
  vi: {
    split: 'Trong số các mẫu',
    splits: { training: 'huấn luyện', validation: 'kiểm định', test: 'kiểm tra' },
    samplesFor: { training: 'mẫu huấn luyện', validation: 'mẫu kiểm định', test: 'mẫu kiểm tra' },
    most: 'Bao nhiêu',
    first: (count) => `${count} mẫu đầu`,
    all: (count) => `tất cả ${count}`,
    find: 'Tìm chín mẫu mạnh nhất',
    again: 'Tìm lại',
    stop: 'Dừng',
    passOf: (layer, split, gone, total) => `${layer}, mẫu ${split}: ${gone} trên ${total} mẫu`,
    starting: 'Đang chuẩn bị các mẫu…',
    asking: 'Đang tìm kết quả đã có…',
    none: (layer) =>
      `Chưa duyệt dữ liệu. Chỉ một lượt là tìm được chín mẫu kích thích mạnh nhất từng đơn vị của ${layer}, cho mọi đơn vị cùng lúc.`,
    whole: (gone, split) => `Mạnh nhất trong ${gone} mẫu ${split}.`,
    partly: (gone, split) => `Mạnh nhất cho đến nay, trong ${gone} mẫu ${split}: chưa duyệt hết.`,
    kept: 'Được lưu cùng lần chạy.',
    notKept: {
      quota:
        'Không lưu được cùng lần chạy: bộ nhớ của trình duyệt đã đầy. Hãy xóa những lần chạy hoặc tập dữ liệu không cần nữa.',
      barred: 'Không lưu được cùng lần chạy: trình duyệt không cho phép lưu trữ ở đây.',
      other: 'Không lưu được cùng lần chạy: lần chạy đã bị xóa, hoặc việc lưu trữ gặp lỗi.',
    },
    noSamples: 'Không có mẫu nào đúng hình dạng đầu vào của mạng này nên không thể duyệt.',
    active: (share) => `Lớn hơn 0 với ${share} số mẫu.`,
    dead: (count) => `Đơn vị chết: không lần nào lớn hơn 0 trong ${count} mẫu.`,
    list: (unit, layer) => `Những gì kích thích đơn vị ${unit} của ${layer} mạnh nhất`,
    rank: (rank, sample, split, truth, value) =>
      `${rank}. Mẫu ${split} số ${sample}${truth === null ? '' : `, nhãn ${truth}`}: giá trị kích hoạt ${value}`,
    makeInput: 'Nhấp: xem mẫu này',
    field:
      'Ảnh lớn: vùng mà ô bị kích thích mạnh nhất nhìn thấy. Ảnh nhỏ: toàn bộ mẫu với vùng đó được khoanh, và bản đồ của đơn vị.',
    wholeSees: 'Mỗi đơn vị nhìn thấy toàn bộ mẫu.',
    border: 'Ô kẻ ca-rô: phần đệm ngoài ảnh.',
    spread: 'Các nhãn trong số đó',
    spreadRow: (name, count, of) => `${name}: ${count} trên ${of}`,
    note: 'Đơn vị này phản ứng với gì',
    noteHint: 'Được lưu cùng thiết kế và hiện trên lớp. Sau khi huấn luyện lại, đơn vị có thể phản ứng với thứ khác.',
    notePlaceholder: 'ví dụ: cạnh trái, từ tối sang sáng',
    noteElsewhere: 'Thiết kế đang mở không có lớp này nên không có chỗ cho ghi chú.',
    sheet: 'Trang của mọi đơn vị…',
    sheetGoing: (done, total) => `Đang vẽ trang: ${done} trên ${total} đơn vị`,
    sheetFailed: 'Không tạo được trang: không đọc được các mẫu. Hãy thử lại.',
    failed: {
      data: 'Không đọc được tập dữ liệu; hãy kiểm tra kết nối rồi thử lại.',
      memory: 'Không đủ bộ nhớ; hãy dừng huấn luyện hoặc đóng các thẻ khác rồi thử lại.',
      other: 'Không thực hiện được; hãy thử lại.',
    },
    sheetTitle: (layer, design) => `Những gì kích thích ${layer} của ${design}`,
    sheetFacts: {
      run: (name) => `Lần chạy: ${name}`,
      noRun: 'Lần chạy: không có (trọng số đi kèm thiết kế, hoặc giá trị khởi tạo)',
      layer: (name, shape, units) => `Lớp: ${name}, ${shape}, ${units} đơn vị`,
      data: (name, split) => `Dữ liệu: ${name}, các mẫu ${split}`,
      gone: (count) => `Đã duyệt: ${count} mẫu`,
      how: 'Với mỗi đơn vị là chín mẫu có giá trị lớn nhất trên bản đồ của nó, mạnh nhất đứng trước: phía trên là vùng mà ô bị kích thích mạnh nhất nhìn thấy; phía dưới là toàn bộ mẫu với vùng đó được khoanh.',
      unit: (unit) => `Đơn vị ${unit}`,
      sample: (sample, truth, value) => `${value} · ${truth === null ? `mẫu ${sample}` : `${truth} (${sample})`}`,
    },
  },
};
