import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { inputCell } from '@/lib/layers/arithmetic';
import { channelsFirst } from '@/lib/layers/channels-first';
import { defineLayer, type InferSite } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { unequalParts } from '@/lib/layers/shape/channel-range';
import { inputShape, lastAxis, sizedOutput } from '@/lib/layers/shapes';
import { torchFunction } from '@/lib/layers/torch';
import { firstVersion, noMacs, noWeights, oneInput, plainTransform, pointwise } from '@/lib/layers/traits';

const fields = {
  groups: { kind: 'integer', default: 2, min: 1, max: 65536, onNode: 'always' },
} as const satisfies Fields;

export const channelShuffle = defineLayer({
  type: 'channel_shuffle',
  family: 'shape',
  icon: 'channel-shuffle',
  text: {
    en: {
      title: 'ChannelShuffle',
      summary: 'Deals the channels of several groups out in turn',
      fields: { groups: { label: 'Groups', hint: 'How many groups the channels come from' } },
    },
    vi: {
      title: 'Xáo kênh',
      summary: 'Chia lần lượt các kênh của nhiều nhóm',
      fields: { groups: { label: 'Số nhóm', hint: 'Các kênh đến từ bao nhiêu nhóm' } },
    },
  },
  help: () => import('@/lib/layers/shape/channel-shuffle-help').then(({ help }) => help),
  fields,
  ...firstVersion,
  ...oneInput,
  infer: inferShuffled,
  ...noWeights,
  ...noMacs,
  ...pointwise,
  explain({ params, output }, cell) {
    const channel = cell.at(-1) ?? 0;
    const size = lastAxis(output.shape) / params.groups;
    const from = (channel % params.groups) * size + Math.floor(channel / params.groups);
    return inputCell([...cell.slice(0, -1), from]);
  },
  keras: ({ params: { groups } }) => [{ callee: 'ChannelShuffle', args: { groups } }],
  torch: ({ params: { groups }, output }) => {
    const [channels = 1, ...places] = channelsFirst(output.shape);
    return [
      torchFunction('torch.reshape', [[-1, groups, channels / groups, ...places]]),
      torchFunction('torch.transpose', [1, 2]),
      torchFunction('torch.reshape', [[-1, channels, ...places]]),
    ];
  },
  onnx: ({ params: { groups }, output }) => {
    const [channels = 1, ...places] = channelsFirst(output.shape);
    const perm = [0, 2, 1, ...places.map((_, axis) => axis + 3)];
    return [
      onnxNode('Reshape', {}, ['input:0', `integers:${[0, groups, channels / groups, ...places].join(',')}`]),
      onnxNode('Transpose', { perm }, ['previous']),
      onnxNode('Reshape', {}, ['previous', `integers:${[0, channels, ...places].join(',')}`]),
    ];
  },
  ...plainTransform,
  nature: 'linear',
  reads: [
    readsClass('ChannelShuffle', (read) => {
      if (!read.has('groups')) read.refuse();
      return { groups: read.number('groups', 2) };
    }),
  ],
  examples: [
    {
      title: 'Two groups of three: 0 3 1 4 2 5',
      params: { groups: 2 },
      inputs: [[2, 3, 6]],
      output: [2, 3, 6],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'Three groups of two',
      params: { groups: 3 },
      inputs: [[6]],
      output: [6],
      parameters: 0,
      macs: 0,
    },
  ],
});

function inferShuffled(site: InferSite<ParamsOf<typeof fields>>): Result<TensorType, readonly Problem[]> {
  const shape = inputShape(site);
  const { groups } = site.params;
  return lastAxis(shape) % groups === 0 ? sizedOutput(shape) : fail([unequalParts('groups', groups, lastAxis(shape))]);
}
