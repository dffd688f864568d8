import { inputCell } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

export const dropout = defineLayer({
  type: 'dropout',
  family: 'regularization',
  icon: 'dropout',
  text: {
    en: {
      title: 'Dropout',
      summary: 'Silences random values while training, against overfitting',
      fields: { rate: { label: 'Rate', hint: 'Share of the values that is silenced' } },
    },
    vi: {
      title: 'Dropout',
      summary: 'Tắt ngẫu nhiên một số giá trị khi huấn luyện để chống quá khớp',
      fields: { rate: { label: 'Tỉ lệ', hint: 'Phần giá trị bị tắt' } },
    },
  },
  help: () => import('@/lib/layers/regularization/dropout-help').then(({ help }) => help),
  fields: { rate: { kind: 'real', default: 0.5, min: 0, max: 0.95, step: 0.05, onNode: 'always' } },
  ...elementwise,
  nature: 'noise',
  reads: ['Dropout', 'SeededDropout'].map((className) =>
    readsClass(className, (read) => {
      if (read.has('noiseShape')) read.refuse();
      return { rate: read.number('rate', 0.5) };
    }),
  ),
  explain: (_site, cell) => inputCell(cell),
  keras: ({ params }) => [{ callee: 'SeededDropout', args: { rate: params.rate } }],
  torch: ({ params }) => [torchModule('nn.Dropout', [params.rate])],
  onnx: ({ params }) => [onnxNode('Dropout', {}, ['input:0', `constant:${params.rate}`])],
  examples: [
    {
      title: 'Half of the values, in training only',
      params: { rate: 0.5 },
      inputs: [[12]],
      output: [12],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'A quarter of an image',
      params: { rate: 0.25 },
      inputs: [[2, 3, 4]],
      output: [2, 3, 4],
      parameters: 0,
      macs: 0,
    },
  ],
});
