import { biasStartEn, biasStartVi } from '@/lib/layers/start-values';

/** What the convolutions have in common: how their fields are called. */
export const convolutionLabelsEn = {
  filters: { label: 'Filters', hint: 'Feature maps the layer gives: the channels of its output' },
  kernelSize: { label: 'Kernel', hint: 'Height and width of the window' },
  strides: { label: 'Stride', hint: 'Step of the window; 2 halves the image' },
  padding: { label: 'Padding', hint: 'Zeros around the image; “same” keeps its size at stride 1' },
  depthMultiplier: { label: 'Filters per channel', hint: 'How many feature maps each input channel gives' },
  dilation: { label: 'Dilation', hint: 'Spacing of the cells the kernel reads; 1 = no gaps' },
  useBias: { label: 'Bias', hint: 'Adds a learnt number to each feature map; needless before BatchNormalization' },
  kernelInitializer: { label: 'Start values', hint: 'How the kernel is filled; He suits ReLU' },
  biasStart: biasStartEn,
} as const;

export { startOptionsEn, startOptionsVi } from '@/lib/layers/start-values';

export const convolutionLabelsVi = {
  filters: { label: 'Số bộ lọc', hint: 'Số bản đồ đặc trưng, tức số kênh của đầu ra' },
  kernelSize: { label: 'Kích thước nhân', hint: 'Chiều cao và chiều rộng của cửa sổ' },
  strides: { label: 'Bước trượt', hint: 'Bước đi của cửa sổ; 2 làm ảnh nhỏ đi một nửa' },
  padding: { label: 'Đệm', hint: 'Số 0 thêm quanh ảnh; “same” giữ nguyên kích thước khi bước trượt là 1' },
  depthMultiplier: { label: 'Bộ lọc mỗi kênh', hint: 'Mỗi kênh đầu vào cho bao nhiêu bản đồ đặc trưng' },
  dilation: { label: 'Độ giãn', hint: 'Khoảng cách giữa các ô mà nhân đọc; 1 = liền nhau' },
  useBias: { label: 'Độ chệch', hint: 'Cộng một số học được vào mỗi bản đồ; thừa khi ngay sau là chuẩn hóa theo lô' },
  kernelInitializer: { label: 'Giá trị khởi tạo', hint: 'Cách điền nhân lúc đầu; He hợp với ReLU' },
  biasStart: biasStartVi,
} as const;
