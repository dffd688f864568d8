import { inputCell, sum, weightCell } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { fromInput, onnxOrder, orderToFirst, orderToLast, torchOrder } from '@/lib/layers/channels-first';
import type { Fields } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { asSequence, refuseNoSequence } from '@/lib/layers/sequence/sequences';
import { inputShape, sizedOutput } from '@/lib/layers/shapes';
import { START_VALUES, startOptionsEn, startOptionsVi } from '@/lib/layers/start-values';
import { torchModule } from '@/lib/layers/torch';
import { addedFields, noMacs, oneInput, plainTransform, pointwise } from '@/lib/layers/traits';

const fields = {
  embeddingsInitializer: { kind: 'choice', default: 'randomUniform', options: START_VALUES, advanced: true },
} as const satisfies Fields;

export const positionEmbedding = defineLayer({
  type: 'position_embedding',
  family: 'sequence',
  icon: 'position',
  text: {
    en: {
      title: 'PositionEmbedding',
      summary: 'Adds a learnt vector to every step, so that order counts',
      fields: {
        embeddingsInitializer: { label: 'Start values', hint: 'How the vectors are filled' },
      },
      options: startOptionsEn,
    },
    vi: {
      title: 'Nhúng vị trí',
      summary: 'Cộng một vectơ học được vào mỗi bước để thứ tự có ý nghĩa',
      fields: {
        embeddingsInitializer: { label: 'Giá trị khởi tạo', hint: 'Cách điền các vectơ lúc đầu' },
      },
      options: startOptionsVi,
    },
  },
  help: () => import('@/lib/layers/sequence/position-embedding-help').then(({ help }) => help),
  fields,
  ...addedFields,
  ...oneInput,
  infer(site) {
    const shape = inputShape(site);
    return asSequence(shape) ? sizedOutput(shape) : refuseNoSequence(shape);
  },
  weights: ({ output }) => [{ name: 'embeddings', shape: output.shape, trainable: true }],
  ...noMacs,
  ...pointwise,
  explain: (_site, cell) => sum(inputCell(cell), weightCell('embeddings', ...cell)),
  keras: ({ params: { embeddingsInitializer } }) => [{ callee: 'PositionEmbedding', args: { embeddingsInitializer } }],
  // No module of PyTorch: whoever prints it prints its class too, on batch × length × features.
  torch: ({ output }) => [
    ...torchOrder(2, orderToLast),
    torchModule('PositionEmbedding', output.shape),
    ...torchOrder(2, orderToFirst),
  ],
  onnx: () =>
    fromInput([
      ...onnxOrder(2, orderToLast),
      onnxNode('Add', {}, ['previous', 'weight:embeddings']),
      ...onnxOrder(2, orderToFirst),
    ]),
  ...plainTransform,
  nature: 'linear',
  reads: [
    readsClass('PositionEmbedding', (read) => ({
      embeddingsInitializer: read.choice('embeddingsInitializer', START_VALUES, 'randomUniform'),
    })),
  ],
  examples: [
    {
      title: 'Four steps of three features',
      params: { embeddingsInitializer: 'randomUniform' },
      inputs: [[4, 3]],
      output: [4, 3],
      parameters: 12,
      macs: 0,
    },
  ],
});
