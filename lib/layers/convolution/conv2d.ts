import { convolutionReaders } from '@/lib/layers/convolution/conv2d-reads';
import { defineLayer } from '@/lib/layers/definition';
import { convolutionExamples } from '@/lib/layers/convolution/conv2d-examples';
import { conv2dFields } from '@/lib/layers/convolution/conv2d-fields';
import { explainConvolution } from '@/lib/layers/convolution/conv2d-explain';
import { inferConvolution, convolutionWeights, convolutionWindow } from '@/lib/layers/convolution/conv2d-shape';
import { convolutionRewrites } from '@/lib/layers/convolution/conv2d-rewrites';
import { convolutionInKeras, convolutionInOnnx, convolutionInTorch } from '@/lib/layers/convolution/conv2d-targets';
import { imageOf, inputShape } from '@/lib/layers/shapes';
import { addedFields, oneInput } from '@/lib/layers/traits';
import { biasStartEn, biasStartVi, startOptionsEn, startOptionsVi } from '@/lib/layers/start-values';

export const conv2d = defineLayer({
  type: 'conv2d',
  family: 'convolution',
  icon: 'convolution',
  text: {
    en: {
      title: 'Conv2D',
      summary: 'Slides small learnt filters over the image and gives one feature map per filter',
      fields: {
        filters: { label: 'Filters', hint: 'Feature maps the layer gives: the channels of its output' },
        kernelSize: { label: 'Kernel', hint: 'Height and width of the window' },
        strides: { label: 'Stride', hint: 'Step of the window; 2 halves the image' },
        padding: { label: 'Padding', hint: 'Zeros around the image; “same” keeps its size at stride 1' },
        dilation: { label: 'Dilation', hint: 'Spacing of the cells the kernel reads; 1 = no gaps' },
        groups: { label: 'Groups', hint: 'Splits the channels into groups that do not see each other' },
        useBias: {
          label: 'Bias',
          hint: 'Adds a learnt number to each feature map; needless before BatchNormalization',
        },
        kernelInitializer: { label: 'Start values', hint: 'How the kernel is filled; He suits ReLU' },
        biasStart: biasStartEn,
      },
      options: startOptionsEn,
    },
    vi: {
      title: 'Tích chập 2D',
      summary: 'Trượt các bộ lọc nhỏ học được trên ảnh, mỗi bộ lọc cho một bản đồ đặc trưng',
      fields: {
        filters: { label: 'Số bộ lọc', hint: 'Số bản đồ đặc trưng, tức số kênh của đầu ra' },
        kernelSize: { label: 'Kích thước nhân', hint: 'Chiều cao và chiều rộng của cửa sổ' },
        strides: { label: 'Bước trượt', hint: 'Bước đi của cửa sổ; 2 làm ảnh nhỏ đi một nửa' },
        padding: { label: 'Đệm', hint: 'Số 0 thêm quanh ảnh; “same” giữ nguyên kích thước khi bước trượt là 1' },
        dilation: { label: 'Độ giãn', hint: 'Khoảng cách giữa các ô mà nhân đọc; 1 = liền nhau' },
        groups: { label: 'Số nhóm', hint: 'Chia các kênh thành những nhóm không thấy nhau' },
        useBias: {
          label: 'Độ chệch',
          hint: 'Cộng một số học được vào mỗi bản đồ; thừa khi ngay sau là chuẩn hóa theo lô',
        },
        kernelInitializer: { label: 'Giá trị khởi tạo', hint: 'Cách điền nhân lúc đầu; He hợp với ReLU' },
        biasStart: biasStartVi,
      },
      options: startOptionsVi,
    },
  },
  help: () => import('@/lib/layers/convolution/conv2d-help').then(({ help }) => help),
  fields: conv2dFields,
  ...addedFields,
  ...oneInput,
  infer: inferConvolution,
  weights: convolutionWeights,
  macs({ params, inputs, output }) {
    const { channels } = imageOf(inputShape({ inputs }));
    const [height, width] = params.kernelSize;
    return [[...output.shape, height, width, channels / params.groups]];
  },
  reach: ({ params }) => convolutionWindow(params),
  explain: explainConvolution,
  keras: convolutionInKeras,
  torch: convolutionInTorch,
  onnx: convolutionInOnnx,
  role: 'transform',
  widthParam: 'filters',
  biasParam: 'useBias',
  nature: 'affine',
  rewrites: convolutionRewrites,
  reads: convolutionReaders,
  examples: convolutionExamples,
});
