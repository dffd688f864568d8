import { maximum } from '@/lib/layers/arithmetic';
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

export const maxPool2d = defineLayer({
  type: 'max_pool2d',
  family: 'pooling',
  icon: 'pool-max',
  text: {
    en: {
      title: 'MaxPool2D',
      summary: 'Keeps the largest value of each window and so shrinks the image',
      body: `\`y[i, j, c] = max x[i·s + u, j·s + v, c]\` over the window \`u, v\`, for each channel by itself.

A 2 × 2 window with stride 2 leaves a quarter of the values: less work for what follows, a wider view, and little change when the picture shifts by a pixel. It learns nothing. With padding “same” the border does not take part.

Source: Keras documentation, \`MaxPooling2D\`; Scherer et al. 2010.`,
      ...poolingTextEn,
    },
    vi: {
      title: 'Gộp cực đại 2D',
      summary: 'Giữ giá trị lớn nhất của mỗi cửa sổ, nhờ đó thu nhỏ ảnh',
      body: `\`y[i, j, c] = max x[i·s + u, j·s + v, c]\` trên cửa sổ \`u, v\`, tính riêng cho từng kênh.

Cửa sổ 2 × 2 với bước trượt 2 chỉ giữ lại một phần tư số giá trị: các lớp sau đỡ việc, nhìn được rộng hơn, và kết quả ít đổi khi ảnh xê dịch một điểm. Lớp này không học gì. Với đệm “same”, phần viền không được tính.

Nguồn: tài liệu Keras, \`MaxPooling2D\`; Scherer và cộng sự 2010.`,
      ...poolingTextVi,
    },
  },
  ...poolingFacets,
  nature: 'selection',
  reads: [readsPooling('MaxPooling2D')],
  explain: (site, cell) => maximum(...pooledCells(site, cell)),
  keras: ({ params }) => [{ callee: 'MaxPooling2D', args: poolingArgs(params) }],
  torch: (site) => poolingInTorch('nn.MaxPool2d', site),
  onnx: (site) => [poolingInOnnx('MaxPool', site)],
  examples: [
    {
      title: 'A 2 × 2 window halves the image; an odd row is left over',
      params: { poolSize: [2, 2], strides: [2, 2], padding: 'valid' },
      inputs: [[5, 4, 2]],
      output: [2, 2, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'Overlapping windows, as in AlexNet',
      params: { poolSize: [3, 3], strides: [2, 2], padding: 'valid' },
      inputs: [[7, 7, 1]],
      output: [3, 3, 1],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'With padding “same” every pixel is in some window',
      params: { poolSize: [2, 3], strides: [2, 2], padding: 'same' },
      inputs: [[5, 6, 2]],
      output: [3, 3, 2],
      parameters: 0,
      macs: 0,
    },
  ],
});
