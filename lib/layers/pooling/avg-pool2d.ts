import { constant, quotient, sum } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import {
  pooledCells,
  poolingArgs,
  poolingFacets,
  poolingInOnnx,
  poolingInTorch,
  poolingTextEn,
  poolingTextVi,
  readsPooling,
} from '@/lib/layers/pooling/pooling';
import {} from '@/lib/layers/traits';

export const avgPool2d = defineLayer({
  type: 'avg_pool2d',
  family: 'pooling',
  icon: 'pool-average',
  text: {
    en: {
      title: 'AvgPool2D',
      summary: 'Takes the mean of each window and so shrinks the image',
      body: `\`y[i, j, c] = mean x[i·s + u, j·s + v, c]\` over the window \`u, v\`, for each channel by itself.

Smoother than the maximum: every pixel counts, none decides alone. LeNet-5 shrank its feature maps much like this. It learns nothing. With padding “same” the mean is over the pixels inside the image only, as in TensorFlow; other tools may count the border as zeros.

Source: LeCun et al. 1998; Keras documentation, \`AveragePooling2D\`.`,
      ...poolingTextEn,
    },
    vi: {
      title: 'Gộp trung bình 2D',
      summary: 'Lấy trung bình của mỗi cửa sổ, nhờ đó thu nhỏ ảnh',
      body: `\`y[i, j, c] = trung bình của x[i·s + u, j·s + v, c]\` trên cửa sổ \`u, v\`, tính riêng cho từng kênh.

Êm hơn gộp cực đại: điểm ảnh nào cũng góp phần, không điểm nào quyết định một mình. LeNet-5 thu nhỏ bản đồ đặc trưng gần như thế này. Lớp không học gì. Với đệm “same”, trung bình chỉ tính trên các điểm nằm trong ảnh như TensorFlow; công cụ khác có thể tính viền là số 0.

Nguồn: LeCun và cộng sự 1998; tài liệu Keras, \`AveragePooling2D\`.`,
      ...poolingTextVi,
    },
  },
  ...poolingFacets,
  nature: 'linear',
  reads: [readsPooling('AveragePooling2D'), readsPooling('SameAveragePooling2D', 'same')],
  explain(site, cell) {
    const cells = pooledCells(site, cell);
    return quotient(sum(...cells), constant(cells.length));
  },
  // tfjs's gradient of a padded mean divides by the whole window where the forward pass divides by what lies inside.
  keras: ({ params }) =>
    params.padding === 'same'
      ? [{ callee: 'SameAveragePooling2D', args: { poolSize: params.poolSize, strides: params.strides } }]
      : [{ callee: 'AveragePooling2D', args: poolingArgs(params) }],
  torch: (site) => poolingInTorch('nn.AvgPool2d', site),
  onnx(site) {
    const node = poolingInOnnx('AveragePool', site);
    return [{ ...node, attributes: { ...node.attributes, count_include_pad: 0 } }];
  },
  examples: [
    {
      title: 'The mean of 2 × 2 pixels, as in LeNet-5',
      params: { poolSize: [2, 2], strides: [2, 2], padding: 'valid' },
      inputs: [[4, 6, 2]],
      output: [2, 3, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'At the border the mean is over the pixels inside the image',
      params: { poolSize: [3, 3], strides: [2, 2], padding: 'same' },
      inputs: [[5, 4, 2]],
      output: [3, 2, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'An even window at stride 1 keeps the size',
      params: { poolSize: [2, 2], strides: [1, 1], padding: 'same' },
      inputs: [[3, 4, 1]],
      output: [3, 4, 1],
      parameters: 0,
      macs: 0,
    },
  ],
});
