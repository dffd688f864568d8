import { inputCell } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import type { Fields } from '@/lib/layers/fields';
import { readsClass } from '@/lib/layers/read-config';
import { sizedOutput } from '@/lib/layers/shapes';
import { firstVersion, noMacs, noRewrites, noWeights, pointwise } from '@/lib/layers/traits';

const fields = {
  shape: {
    kind: 'shape',
    default: [28, 28, 1],
    min: 1,
    max: 65536,
    minRank: 1,
    maxRank: 3,
    onNode: 'always',
  },
} as const satisfies Fields;

export const input = defineLayer({
  type: 'input',
  family: 'input',
  icon: 'input',
  text: {
    en: {
      title: 'Input',
      summary: 'Where the data enters the network',
      body: `One sample of the data set, without the batch axis. Images are height × width × channels: a grey MNIST digit is \`28 × 28 × 1\`, a colour picture has 3 channels. Pixels arrive as numbers from 0 to 1.

The layer computes nothing and learns nothing; it fixes the size from which every later shape follows.

Source: Keras documentation, \`Input\`.`,
      fields: { shape: { label: 'Shape', hint: 'Height, width and channels of one sample' } },
    },
    vi: {
      title: 'Đầu vào',
      summary: 'Nơi dữ liệu đi vào mạng',
      body: `Một mẫu của tập dữ liệu, không kể trục lô (batch). Ảnh có dạng cao × rộng × số kênh: một chữ số MNIST xám là \`28 × 28 × 1\`, ảnh màu có 3 kênh. Giá trị điểm ảnh nằm trong khoảng từ 0 đến 1.

Lớp này không tính toán và không học gì; nó ấn định kích thước mà mọi hình dạng phía sau suy ra từ đó.

Nguồn: tài liệu Keras, \`Input\`.`,
      fields: { shape: { label: 'Hình dạng', hint: 'Chiều cao, chiều rộng và số kênh của một mẫu' } },
    },
  },
  fields,
  ...firstVersion,
  inputs: { arity: 'none' },
  infer: ({ params }) => sizedOutput(params.shape),
  ...noWeights,
  ...noMacs,
  ...pointwise,
  explain: (_site, cell) => inputCell(cell),
  keras: ({ params }) => [{ callee: 'InputLayer', args: { inputShape: params.shape } }],
  torch: () => [],
  onnx: () => [],
  role: 'source',
  widthParam: null,
  biasParam: null,
  nature: 'source',
  ...noRewrites,
  reads: [
    readsClass('InputLayer', (read) => {
      // With the batch axis in Keras's files, without it in tfjs's own.
      const [key] = ['batchInputShape', 'batchShape'].filter((name) => read.has(name));
      const shape = key === undefined ? read.numbers('inputShape') : read.sizes(key);
      if (shape.length === 0) read.refuse();
      return { shape };
    }),
  ],
  examples: [
    {
      title: 'A grey MNIST digit',
      params: { shape: [28, 28, 1] },
      inputs: [],
      output: [28, 28, 1],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'A vector of four measurements',
      params: { shape: [4] },
      inputs: [],
      output: [4],
      parameters: 0,
      macs: 0,
    },
  ],
});
