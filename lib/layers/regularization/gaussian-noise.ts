import { inputCell } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import type { Fields } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

const fields = {
  stddev: { kind: 'real', default: 0.1, min: 0, max: 100, step: 0.05, onNode: 'always' },
} as const satisfies Fields;

export const gaussianNoise = defineLayer({
  type: 'gaussian_noise',
  family: 'regularization',
  icon: 'noise',
  text: {
    en: {
      title: 'GaussianNoise',
      summary: 'Adds random noise while training, against overfitting',
      fields: { stddev: { label: 'Deviation', hint: 'Standard deviation of the noise, in units of the values' } },
    },
    vi: {
      title: 'Nhiễu Gauss',
      summary: 'Cộng nhiễu ngẫu nhiên khi huấn luyện để chống quá khớp',
      fields: { stddev: { label: 'Độ lệch', hint: 'Độ lệch chuẩn của nhiễu, cùng đơn vị với giá trị' } },
    },
  },
  help: () => import('@/lib/layers/regularization/gaussian-noise-help').then(({ help }) => help),
  fields,
  ...elementwise,
  nature: 'noise',
  reads: [readsClass('GaussianNoise', (read) => ({ stddev: read.number('stddev', fields.stddev.default) }))],
  explain: (_site, cell) => inputCell(cell),
  keras: ({ params }) => [{ callee: 'GaussianNoise', args: { stddev: params.stddev } }],
  // PyTorch has no such module: the class is printed with the code.
  torch: ({ params }) => [torchModule('GaussianNoise', [params.stddev])],
  onnx: () => [onnxNode('Identity')],
  examples: [
    {
      title: 'A tenth, in training only',
      params: { stddev: 0.1 },
      inputs: [[12]],
      output: [12],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'On a picture',
      params: { stddev: 0.5 },
      inputs: [[2, 3, 4]],
      output: [2, 3, 4],
      parameters: 0,
      macs: 0,
    },
  ],
});
