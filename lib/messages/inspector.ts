import type { Localized } from '@/lib/core/locale';

/** What the inspector says. */
export interface InspectorMessages {
  readonly title: string;
  readonly layerName: string;
  readonly layerNameHint: string;
  readonly parameters: string;
  readonly noParameters: string;
  readonly advanced: string;
  readonly range: (min: string, max: string) => string;
  readonly height: string;
  readonly width: string;
  readonly sameBoth: string;
  readonly padding: {
    readonly valid: string;
    readonly same: string;
    readonly explicit: string;
    readonly top: string;
    readonly bottom: string;
    readonly left: string;
    readonly right: string;
  };
  readonly size: (axis: number, of: number) => string;
  readonly addSize: string;
  readonly removeSize: string;
  readonly notANumber: string;
  readonly restoreDefault: string;
  readonly facts: string;
  readonly inputShape: string;
  readonly outputShape: string;
  readonly params: string;
  readonly noParams: string;
  readonly notTrainable: string;
  readonly macs: string;
  readonly receptiveField: string;
  readonly receptiveFieldText: (size: string, jump: string) => string;
  readonly receptiveFieldWhole: string;
  readonly unknown: string;
  readonly help: string;
  readonly fixes: string;
  readonly several: (count: number) => string;
  readonly actions: string;
  readonly duplicate: string;
  readonly remove: string;
  readonly copy: string;
  readonly design: string;
  readonly designName: string;
  readonly layers: string;
  readonly trainable: string;
  readonly weights: string;
  readonly memoryInference: string;
  readonly memoryTraining: string;
  readonly task: string;
  readonly dataset: string;
  readonly noDataset: string;
  readonly unknownDataset: (id: string) => string;
  readonly datasetText: (shape: string, classes: string, samples: string) => string;
  readonly batchSize: string;
  readonly batchSizeHint: string;
  readonly connection: string;
  readonly carries: string;
  readonly from: string;
  readonly to: string;
}

export const inspectorMessages: Localized<InspectorMessages> = {
  en: {
    title: 'Inspector',
    layerName: 'Name',
    layerNameHint: 'Your own name for this layer; it is used in the generated code.',
    parameters: 'Settings',
    noParameters: 'This layer has nothing to set.',
    advanced: 'More settings',
    range: (min, max) => `${min} to ${max}`,
    height: 'height',
    width: 'width',
    sameBoth: 'Same height and width',
    padding: {
      valid: 'None (valid)',
      same: 'Keep the size (same)',
      explicit: 'By side',
      top: 'top',
      bottom: 'bottom',
      left: 'left',
      right: 'right',
    },
    size: (axis, of) => (of === 3 ? (['height', 'width', 'channels'][axis] ?? '') : `size ${axis + 1}`),
    addSize: 'Add a size',
    removeSize: 'Remove the last size',
    notANumber: 'This is not a number; the last value stays in use.',
    restoreDefault: 'Back to the default',
    facts: 'Figures',
    inputShape: 'Input',
    outputShape: 'Output',
    params: 'Parameters',
    noParams: 'none',
    notTrainable: 'not trained',
    macs: 'MACs per sample',
    receptiveField: 'Receptive field',
    receptiveFieldText: (size, jump) => `${size} px, every ${jump} px`,
    receptiveFieldWhole: 'the whole input',
    unknown: 'unknown until the problems are mended',
    help: 'About this layer',
    fixes: 'Mend',
    several: (count) => `${count} layers selected`,
    actions: 'Actions',
    duplicate: 'Duplicate',
    remove: 'Delete',
    copy: 'Copy',
    design: 'Design',
    designName: 'Name',
    layers: 'Layers',
    trainable: 'of these trainable',
    weights: 'Weights',
    memoryInference: 'Memory, inference',
    memoryTraining: 'Memory, training',
    task: 'Data and training',
    dataset: 'Data set',
    noDataset: 'None: nothing to check against',
    unknownDataset: (id) => `${id} (unknown here)`,
    datasetText: (shape, classes, samples) => `${shape}, ${classes} classes, ${samples} training samples`,
    batchSize: 'Batch size',
    batchSizeHint: 'Samples per step. Memory grows with it.',
    connection: 'Connection',
    carries: 'Carries',
    from: 'From',
    to: 'To',
  },
  vi: {
    title: 'Thuộc tính',
    layerName: 'Tên',
    layerNameHint: 'Tên riêng bạn đặt cho lớp này; được dùng trong mã sinh ra.',
    parameters: 'Thiết lập',
    noParameters: 'Lớp này không có gì để thiết lập.',
    advanced: 'Thiết lập khác',
    range: (min, max) => `từ ${min} đến ${max}`,
    height: 'chiều cao',
    width: 'chiều rộng',
    sameBoth: 'Chiều cao và chiều rộng bằng nhau',
    padding: {
      valid: 'Không đệm (valid)',
      same: 'Giữ nguyên kích thước (same)',
      explicit: 'Theo từng cạnh',
      top: 'trên',
      bottom: 'dưới',
      left: 'trái',
      right: 'phải',
    },
    size: (axis, of) =>
      of === 3 ? (['chiều cao', 'chiều rộng', 'số kênh'][axis] ?? '') : `kích thước thứ ${axis + 1}`,
    addSize: 'Thêm một chiều',
    removeSize: 'Bỏ chiều cuối',
    notANumber: 'Đây không phải là số; giá trị trước vẫn được dùng.',
    restoreDefault: 'Về giá trị mặc định',
    facts: 'Số liệu',
    inputShape: 'Đầu vào',
    outputShape: 'Đầu ra',
    params: 'Tham số',
    noParams: 'không có',
    notTrainable: 'không huấn luyện',
    macs: 'Phép nhân-cộng mỗi mẫu',
    receptiveField: 'Vùng tiếp nhận',
    receptiveFieldText: (size, jump) => `${size} px, cách nhau ${jump} px`,
    receptiveFieldWhole: 'toàn bộ đầu vào',
    unknown: 'chưa rõ cho đến khi sửa xong các vấn đề',
    help: 'Về lớp này',
    fixes: 'Sửa',
    several: (count) => `Đang chọn ${count} lớp`,
    actions: 'Thao tác',
    duplicate: 'Nhân đôi',
    remove: 'Xoá',
    copy: 'Sao chép',
    design: 'Mạng',
    designName: 'Tên',
    layers: 'Số lớp',
    trainable: 'trong đó huấn luyện được',
    weights: 'Trọng số',
    memoryInference: 'Bộ nhớ khi suy luận',
    memoryTraining: 'Bộ nhớ khi huấn luyện',
    task: 'Dữ liệu và huấn luyện',
    dataset: 'Tập dữ liệu',
    noDataset: 'Không có: không đối chiếu',
    unknownDataset: (id) => `${id} (không có ở đây)`,
    datasetText: (shape, classes, samples) => `${shape}, ${classes} lớp phân loại, ${samples} mẫu huấn luyện`,
    batchSize: 'Kích thước lô',
    batchSizeHint: 'Số mẫu mỗi bước. Lô càng lớn càng tốn bộ nhớ.',
    connection: 'Kết nối',
    carries: 'Mang',
    from: 'Từ',
    to: 'Đến',
  },
};
