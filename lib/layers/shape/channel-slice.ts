import type { Cure, Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { defineLayer, type InferSite } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { readsClass } from '@/lib/layers/read-config';
import { explainChannels, onnxChannels, torchChannels } from '@/lib/layers/shape/channel-range';
import { inputShape, lastAxis, sizedOutput } from '@/lib/layers/shapes';
import { firstVersion, noMacs, noWeights, oneInput, plainTransform, pointwise } from '@/lib/layers/traits';

const fields = {
  start: { kind: 'integer', default: 0, min: 0, max: 65535, onNode: 'always' },
  count: { kind: 'integer', default: 1, min: 1, max: 65536, onNode: 'always' },
} as const satisfies Fields;

export const channelSlice = defineLayer({
  type: 'channel_slice',
  family: 'shape',
  icon: 'channel-slice',
  text: {
    en: {
      title: 'ChannelSlice',
      summary: 'Keeps some neighbouring channels and drops the others',
      fields: {
        start: { label: 'First channel', hint: 'The first one that is kept; counted from 0' },
        count: { label: 'Channels', hint: 'How many are kept' },
      },
    },
    vi: {
      title: 'Cắt kênh',
      summary: 'Giữ lại một số kênh liền nhau và bỏ các kênh khác',
      fields: {
        start: { label: 'Kênh đầu tiên', hint: 'Kênh đầu tiên được giữ; đếm từ 0' },
        count: { label: 'Số kênh', hint: 'Giữ lại bao nhiêu kênh' },
      },
    },
  },
  help: () => import('@/lib/layers/shape/channel-slice-help').then(({ help }) => help),
  fields,
  ...firstVersion,
  ...oneInput,
  infer: inferSlice,
  ...noWeights,
  ...noMacs,
  ...pointwise,
  explain: ({ params }, cell) => explainChannels(cell, params.start),
  keras: ({ params: { start, count } }) => [{ callee: 'ChannelSlice', args: { start, count } }],
  torch: ({ params }) => torchChannels(params.start, params.count),
  onnx: ({ params }) => onnxChannels(params.start, params.count),
  ...plainTransform,
  nature: 'linear',
  reads: [
    readsClass('ChannelSlice', (read) => {
      if (!read.has('count')) read.refuse();
      return { start: read.number('start', 0), count: read.number('count', 1) };
    }),
  ],
  examples: [
    {
      title: 'The middle two of four channels',
      params: { start: 1, count: 2 },
      inputs: [[3, 2, 4]],
      output: [3, 2, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'The first values of a vector',
      params: { start: 0, count: 3 },
      inputs: [[5]],
      output: [3],
      parameters: 0,
      macs: 0,
    },
  ],
});

function inferSlice(site: InferSite<ParamsOf<typeof fields>>): Result<TensorType, readonly Problem[]> {
  const shape = inputShape(site);
  const channels = lastAxis(shape);
  const { start, count } = site.params;
  if (start + count <= channels) return sizedOutput([...shape.slice(0, -1), count]);
  const cures: readonly Cure[] =
    start < channels
      ? [{ kind: 'set-param', param: 'count', value: channels - start }]
      : count <= channels
        ? [{ kind: 'set-param', param: 'start', value: channels - count }]
        : [];
  const param = start < channels ? 'count' : 'start';
  return fail([{ code: 'shape/slice-outside', values: { start, count, channels }, param, cures }]);
}
