import { constant, inputCell, product, sum } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import type { Fields } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchFunction } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

const fields = {
  scale: { kind: 'real', default: 2, min: -100000, max: 100000, step: 0.1, onNode: 'always' },
  offset: { kind: 'real', default: -1, min: -100000, max: 100000, step: 0.1, onNode: 'always' },
} as const satisfies Fields;

export const rescaling = defineLayer({
  type: 'rescaling',
  family: 'normalization',
  icon: 'rescale',
  text: {
    en: {
      title: 'Rescaling',
      summary: 'Multiplies every value by a fixed number and adds another',
      fields: {
        scale: { label: 'Scale', hint: 'What every value is multiplied by' },
        offset: { label: 'Offset', hint: 'What is added then' },
      },
    },
    vi: {
      title: 'Đổi thang giá trị',
      summary: 'Nhân mọi giá trị với một số cố định rồi cộng một số khác',
      fields: {
        scale: { label: 'Hệ số', hint: 'Số nhân với mọi giá trị' },
        offset: { label: 'Độ dời', hint: 'Số được cộng vào sau đó' },
      },
    },
  },
  help: () => import('@/lib/layers/normalization/rescaling-help').then(({ help }) => help),
  fields,
  ...elementwise,
  nature: 'linear',
  reads: [
    // A list of numbers, one per channel, is refused.
    readsClass('Rescaling', (read) => ({ scale: read.number('scale', 1), offset: read.number('offset', 0) })),
  ],
  explain: ({ params }, cell) => sum(product(constant(params.scale), inputCell(cell)), constant(params.offset)),
  keras: ({ params: { scale, offset } }) => [{ callee: 'Rescaling', args: { scale, offset } }],
  torch: ({ params }) => [torchFunction('torch.mul', [params.scale]), torchFunction('torch.add', [params.offset])],
  onnx: ({ params }) => [
    onnxNode('Mul', {}, ['input:0', `constant:${params.scale}`]),
    onnxNode('Add', {}, ['previous', `constant:${params.offset}`]),
  ],
  examples: [
    {
      title: 'From 0…1 to −1…1',
      params: { scale: 2, offset: -1 },
      inputs: [[2, 3, 3]],
      output: [2, 3, 3],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'Bytes to 0…1',
      params: { scale: 1 / 255, offset: 0 },
      inputs: [[4]],
      output: [4],
      parameters: 0,
      macs: 0,
    },
  ],
});
