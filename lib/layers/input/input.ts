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
      fields: { shape: { label: 'Shape', hint: 'Height, width and channels of one sample' } },
    },
    vi: {
      title: 'Đầu vào',
      summary: 'Nơi dữ liệu đi vào mạng',
      fields: { shape: { label: 'Hình dạng', hint: 'Chiều cao, chiều rộng và số kênh của một mẫu' } },
    },
  },
  help: () => import('@/lib/layers/input/input-help').then(({ help }) => help),
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
