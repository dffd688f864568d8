import { inputCell } from '@/lib/layers/arithmetic';
import { fail } from '@/lib/core/result';
import { elementCount } from '@/lib/core/tensor-type';
import { defineLayer, type OnnxNode, type Site } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import {
  affineFields,
  affineTextEn,
  affineTextVi,
  affineWeights,
  explainNormal,
} from '@/lib/layers/normalization/affine-channels';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { inputShape, lastAxis, sizedOutput } from '@/lib/layers/shapes';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

const fields = {
  groups: { kind: 'integer', default: 32, min: 1, max: 65536, onNode: 'always' },
  ...affineFields,
} as const satisfies Fields;

type GroupNormParams = ParamsOf<typeof fields>;

export const groupNorm = defineLayer({
  type: 'group_norm',
  family: 'normalization',
  icon: 'normalize-group',
  text: {
    en: {
      title: 'GroupNormalization',
      summary: 'Brings groups of channels to mean 0 and variance 1 in every sample, then scales and shifts as learnt',
      fields: { groups: { label: 'Groups', hint: 'Must divide the channels' }, ...affineTextEn },
    },
    vi: {
      title: 'Chuẩn hóa theo nhóm',
      summary:
        'Đưa từng nhóm kênh của mỗi mẫu về trung bình 0 và phương sai 1, rồi co giãn và tịnh tiến theo hệ số học được',
      fields: { groups: { label: 'Số nhóm', hint: 'Phải là ước của số kênh' }, ...affineTextVi },
    },
  },
  help: () => import('@/lib/layers/normalization/group-norm-help').then(({ help }) => help),
  fields,
  ...elementwise,
  infer({ params, inputs }) {
    const shape = inputShape({ inputs });
    const channels = lastAxis(shape);
    if (channels % params.groups === 0) return sizedOutput(shape);
    return fail([
      {
        code: 'shape/groups-do-not-divide',
        values: { groups: params.groups, channels, what: 'channels' },
        param: 'groups',
        cures: [{ kind: 'set-param', param: 'groups', value: largestDivisor(channels, params.groups) }],
      },
    ]);
  },
  weights: (site) => affineWeights(site),
  // A vector is one place.
  reach: ({ inputs }) => (inputShape({ inputs }).length === 1 ? 'pointwise' : 'everywhere'),
  nature: 'normalization',
  reads: [
    readsClass('GroupNormalization', (read, inputs) => {
      const shape = inputShape({ inputs });
      read.lastAxis('axis', shape.length, -1);
      const groups = read.number('groups', fields.groups.default);
      return {
        // Keras writes -1 for as many groups as channels.
        groups: groups === -1 ? lastAxis(shape) : groups,
        epsilon: read.number('epsilon', fields.epsilon.default),
        center: read.boolean('center', true),
        scale: read.boolean('scale', true),
      };
    }),
  ],
  explain: explainGroupNorm,
  keras: ({ params: { groups, epsilon, center, scale } }) => [
    { callee: 'GroupNormalization', args: { groups, epsilon, center, scale } },
  ],
  torch: ({ params, inputs }) => [
    torchModule('nn.GroupNorm', [params.groups, lastAxis(inputShape({ inputs }))], {
      eps: params.epsilon,
      // It has gamma and beta both or not at all.
      ...(params.center || params.scale ? {} : { affine: false }),
    }),
  ],
  onnx: groupNormInOnnx,
  examples: [
    {
      title: 'Two groups of three channels',
      params: { groups: 2, epsilon: 0.001, center: true, scale: true },
      inputs: [[3, 2, 6]],
      output: [3, 2, 6],
      parameters: 12,
      macs: 0,
    },
    {
      title: 'As many groups as channels: instance normalization',
      params: { groups: 3, epsilon: 0.00001, center: false, scale: false },
      inputs: [[3, 3, 3]],
      output: [3, 3, 3],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'A sequence, without shift',
      params: { groups: 2, epsilon: 0.001, center: false, scale: true },
      inputs: [[5, 4]],
      output: [5, 4],
      parameters: 4,
      macs: 0,
    },
    {
      title: 'A vector, in groups of three',
      params: { groups: 2, epsilon: 0.001, center: true, scale: false },
      inputs: [[6]],
      output: [6],
      parameters: 6,
      macs: 0,
    },
  ],
});

function largestDivisor(of: number, most: number): number {
  let divisor = Math.min(of, most);
  while (of % divisor !== 0) divisor -= 1;
  return divisor;
}

function explainGroupNorm({ params, inputs }: Site<GroupNormParams>, cell: readonly number[]) {
  const shape = inputShape({ inputs });
  const size = lastAxis(shape) / params.groups;
  const channel = cell[cell.length - 1] ?? 0;
  const first = channel - (channel % size);
  const members = Array.from({ length: size }, (_, index) => first + index);
  const places = shape
    .slice(0, -1)
    .reduce<readonly (readonly number[])[]>(
      (heads, length) => heads.flatMap((head) => Array.from({ length }, (_, at) => [...head, at])),
      [[]],
    );
  const cells = places.flatMap((place) => members.map((member) => inputCell([...place, member])));
  return explainNormal(params, { of: inputCell(cell), cells, channel });
}

/**
 * ONNX has GroupNormalization from opset 18 on, and right from 21 on only. Each group is laid out as one channel of an
 * instance normalization; a batch normalization with mean 0 and variance 1 scales and shifts.
 */
function groupNormInOnnx({ params, inputs }: Site<GroupNormParams>): readonly OnnxNode[] {
  const shape = inputShape({ inputs });
  const channels = lastAxis(shape);
  const { groups, epsilon } = params;
  return [
    onnxNode('Reshape', {}, ['input:0', `integers:0,${groups},${elementCount(shape) / groups}`]),
    onnxNode('InstanceNormalization', { epsilon }, ['previous', `constant:1:${groups}`, `constant:0:${groups}`]),
    onnxNode('Reshape', {}, ['previous', `integers:0,${[channels, ...shape.slice(0, -1)].join()}`]),
    onnxNode('BatchNormalization', { epsilon: 0 }, [
      'previous',
      params.scale ? 'weight:gamma' : `constant:1:${channels}`,
      params.center ? 'weight:beta' : `constant:0:${channels}`,
      `constant:0:${channels}`,
      `constant:1:${channels}`,
    ]),
  ];
}
