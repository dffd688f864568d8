import { inputCell } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import type { Fields } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

const fields = {
  rate: { kind: 'real', default: 0.5, min: 0, max: 0.95, step: 0.05, onNode: 'always' },
} as const satisfies Fields;

export const spatialDropout2d = defineLayer({
  type: 'spatial_dropout2d',
  family: 'regularization',
  icon: 'dropout-channels',
  text: {
    en: {
      title: 'SpatialDropout2D',
      summary: 'Silences whole channels at random while training',
      fields: { rate: { label: 'Rate', hint: 'Share of the channels that is silenced' } },
    },
    vi: {
      title: 'Dropout theo kênh 2D',
      summary: 'Tắt ngẫu nhiên cả kênh khi huấn luyện',
      fields: { rate: { label: 'Tỉ lệ', hint: 'Phần kênh bị tắt' } },
    },
  },
  help: () => import('@/lib/layers/regularization/spatial-dropout2d-help').then(({ help }) => help),
  fields,
  ...elementwise,
  infer({ inputs }) {
    const shape = inputShape({ inputs });
    return shape.length === 3 ? sizedOutput(shape) : refuseRank(shape, [3], [{ kind: 'remove-layer' }]);
  },
  nature: 'noise',
  reads: [
    readsClass('SpatialDropout2D', (read) => {
      read.choice('dataFormat', ['channels_last', 'channelsLast'], 'channels_last');
      return { rate: read.number('rate', fields.rate.default) };
    }),
  ],
  explain: (_site, cell) => inputCell(cell),
  keras: ({ params }) => [{ callee: 'SpatialDropout2D', args: { rate: params.rate } }],
  torch: ({ params }) => [torchModule('nn.Dropout2d', [params.rate])],
  // ONNX's Dropout silences single values, and in use neither does anything.
  onnx: () => [onnxNode('Identity')],
  examples: [
    {
      title: 'Half of the channels, in training only',
      params: { rate: 0.5 },
      inputs: [[2, 3, 8]],
      output: [2, 3, 8],
      parameters: 0,
      macs: 0,
    },
  ],
});
