import { constant } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import type { Fields } from '@/lib/layers/fields';
import { MOST_ELEMENTS, sizedOutput } from '@/lib/layers/shapes';
import { firstVersion, noMacs, plainTransform, readsNothing, rearranges } from '@/lib/layers/traits';

const fields = {
  className: { kind: 'text', default: 'Layer', most: 200, onNode: 'always' },
  shape: { kind: 'shape', default: [1], min: 1, max: MOST_ELEMENTS, minRank: 1, maxRank: 5 },
  parameters: { kind: 'integer', default: 0, min: 0, max: MOST_ELEMENTS },
  config: { kind: 'text', default: '', most: 20000, lines: 6, advanced: true },
} as const satisfies Fields;

export const unknown = defineLayer({
  type: 'unknown',
  family: 'shape',
  icon: 'unknown',
  text: {
    en: {
      title: 'Unknown layer',
      summary: 'Stands for a layer of a file that Shapeflow does not have',
      fields: {
        className: { label: 'Class', hint: 'What the layer is called in the file' },
        shape: { label: 'Output shape', hint: 'Sizes of what it gives for one sample, as the file says' },
        parameters: { label: 'Parameters', hint: 'How many numbers it has learnt; 0 where the file does not say' },
        config: { label: 'Settings', hint: 'The layer’s settings in the file, as they stand there' },
      },
    },
    vi: {
      title: 'Lớp lạ',
      summary: 'Đứng thay cho một lớp trong tệp mà Shapeflow không có',
      fields: {
        className: { label: 'Tên lớp', hint: 'Tên của lớp trong tệp' },
        shape: { label: 'Hình dạng ra', hint: 'Kích thước đầu ra cho một mẫu, theo tệp' },
        parameters: { label: 'Số tham số', hint: 'Lớp đã học bao nhiêu số; 0 khi tệp không ghi' },
        config: { label: 'Thiết lập', hint: 'Thiết lập của lớp trong tệp, giữ nguyên văn' },
      },
    },
  },
  help: () => import('@/lib/layers/other/unknown-help').then(({ help }) => help),
  fields,
  ...firstVersion,
  inputs: { arity: 'many', min: 0 },
  infer: ({ params }) => sizedOutput(params.shape),
  // Nothing here trains them.
  weights: ({ params }) =>
    params.parameters === 0 ? [] : [{ name: 'parameters', shape: [params.parameters], trainable: false }],
  ...noMacs,
  ...rearranges,
  explain: () => constant(NaN),
  keras: () => [],
  torch: () => [],
  onnx: () => [],
  ...plainTransform,
  nature: 'mixing',
  ...readsNothing,
  browserLimits: ({ className }) => [
    { code: 'layer/unknown-class', values: { className }, cures: [{ kind: 'remove-layer' }] },
  ],
  offered: false,
  examples: [
    {
      title: 'A layer that a file says has 12 parameters',
      params: { className: 'CapsuleLayer', shape: [10, 16], parameters: 12, config: '' },
      inputs: [[1152, 8]],
      output: [10, 16],
      parameters: 12,
      macs: 0,
    },
    {
      title: 'A function of a file, of two inputs and without parameters',
      params: { className: 'Lambda', shape: [5], parameters: 0, config: '{"function": "…"}' },
      inputs: [[5], [5]],
      output: [5],
      parameters: 0,
      macs: 0,
    },
  ],
});
