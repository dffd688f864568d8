import { inputCell } from '@/lib/layers/arithmetic';
import { onnxOrder, orderToFirst, torchOrder } from '@/lib/layers/channels-first';
import { defineLayer } from '@/lib/layers/definition';
import type { Fields } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { START_VALUES, startOptionsEn, startOptionsVi } from '@/lib/layers/start-values';
import { torchFunction, torchModule } from '@/lib/layers/torch';
import { addedFields, noMacs, noRewrites, oneInput, rearranges } from '@/lib/layers/traits';

const fields = {
  vocabulary: { kind: 'integer', default: 10000, min: 1, max: 16777216, onNode: 'always' },
  width: { kind: 'integer', default: 64, min: 1, max: 65536, onNode: 'always' },
  embeddingsInitializer: { kind: 'choice', default: 'randomUniform', options: START_VALUES, advanced: true },
} as const satisfies Fields;

export const embedding = defineLayer({
  type: 'embedding',
  family: 'sequence',
  icon: 'embedding',
  text: {
    en: {
      title: 'Embedding',
      summary: 'Gives every word a vector that is learnt',
      fields: {
        vocabulary: { label: 'Vocabulary', hint: 'How many different words there are; they are numbered from 0' },
        width: { label: 'Width', hint: 'Numbers in each word’s vector' },
        embeddingsInitializer: { label: 'Start values', hint: 'How the vectors are filled' },
      },
      options: startOptionsEn,
    },
    vi: {
      title: 'Nhúng',
      summary: 'Cho mỗi từ một vectơ học được',
      fields: {
        vocabulary: { label: 'Số từ vựng', hint: 'Có bao nhiêu từ khác nhau; đánh số từ 0' },
        width: { label: 'Độ rộng', hint: 'Số lượng số trong vectơ của mỗi từ' },
        embeddingsInitializer: { label: 'Giá trị khởi tạo', hint: 'Cách điền các vectơ lúc đầu' },
      },
      options: startOptionsVi,
    },
  },
  help: () => import('@/lib/layers/sequence/embedding-help').then(({ help }) => help),
  fields,
  ...addedFields,
  ...oneInput,
  infer({ params, inputs }) {
    const shape = inputShape({ inputs });
    return shape.length === 1 ? sizedOutput([...shape, params.width]) : refuseRank(shape, [1]);
  },
  weights: ({ params }) => [{ name: 'embeddings', shape: [params.vocabulary, params.width], trainable: true }],
  ...noMacs,
  ...rearranges,
  explain: (_site, [position = 0, column = 0]) => ({
    op: 'lookup',
    name: 'embeddings',
    row: inputCell([position]),
    cell: [column],
  }),
  keras: ({ params: { vocabulary, width, embeddingsInitializer } }) => [
    { callee: 'Embedding', args: { inputDim: vocabulary, outputDim: width, embeddingsInitializer } },
  ],
  torch: ({ params }) => [
    torchFunction('torch.Tensor.long'),
    torchModule('nn.Embedding', [params.vocabulary, params.width]),
    ...torchOrder(2, orderToFirst),
  ],
  onnx: () => [
    // 7: int64.
    onnxNode('Cast', { to: 7 }),
    onnxNode('Gather', { axis: 0 }, ['weight:embeddings', 'previous']),
    ...onnxOrder(2, orderToFirst),
  ],
  role: 'transform',
  // A word's width is no number of classes: nothing can be read off its last axis.
  widthParam: null,
  biasParam: null,
  nature: 'affine',
  ...noRewrites,
  vocabulary: ({ vocabulary }) => vocabulary,
  reads: [
    readsClass('Embedding', (read) => {
      if (!read.has('inputDim') || !read.has('outputDim')) read.refuse();
      return {
        vocabulary: read.number('inputDim', 1),
        width: read.number('outputDim', 1),
        embeddingsInitializer: read.choice('embeddingsInitializer', START_VALUES, 'randomUniform'),
      };
    }),
  ],
  examples: [
    {
      title: 'Five words of a vocabulary of seven',
      params: { vocabulary: 7, width: 3, embeddingsInitializer: 'randomUniform' },
      inputs: [[5]],
      output: [5, 3],
      parameters: 21,
      macs: 0,
    },
  ],
});
