import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { defineLayer, type InferSite } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { readsClass } from '@/lib/layers/read-config';
import { explainChannels, onnxChannels, torchChannels, unequalParts } from '@/lib/layers/shape/channel-range';
import { inputShape, lastAxis, sizedOutput } from '@/lib/layers/shapes';
import { firstVersion, noMacs, noWeights, oneInput, plainTransform, pointwise } from '@/lib/layers/traits';

const fields = {
  parts: { kind: 'integer', default: 2, min: 1, max: 65536, onNode: 'always' },
  part: { kind: 'integer', default: 0, min: 0, max: 65535, onNode: 'always' },
} as const satisfies Fields;

export const channelSplit = defineLayer({
  type: 'channel_split',
  family: 'shape',
  icon: 'channel-split',
  text: {
    en: {
      title: 'ChannelSplit',
      summary: 'Gives one of several equal parts of the channels',
      fields: {
        parts: { label: 'Parts', hint: 'Into how many equal parts the channels are split' },
        part: { label: 'Part', hint: 'Which of them this layer gives; 0 is the first' },
      },
    },
    vi: {
      title: 'Tách kênh',
      summary: 'Cho một trong các phần kênh bằng nhau',
      fields: {
        parts: { label: 'Số phần', hint: 'Chia các kênh thành bao nhiêu phần bằng nhau' },
        part: { label: 'Phần', hint: 'Lớp này cho phần nào; 0 là phần đầu' },
      },
    },
  },
  help: () => import('@/lib/layers/shape/channel-split-help').then(({ help }) => help),
  fields,
  ...firstVersion,
  ...oneInput,
  infer: inferPart,
  ...noWeights,
  ...noMacs,
  ...pointwise,
  explain: ({ params, output }, cell) => explainChannels(cell, params.part * lastAxis(output.shape)),
  keras: ({ params: { parts, part } }) => [{ callee: 'ChannelSplit', args: { parts, part } }],
  torch: ({ params, output }) => torchChannels(params.part * lastAxis(output.shape), lastAxis(output.shape)),
  onnx: ({ params, output }) => onnxChannels(params.part * lastAxis(output.shape), lastAxis(output.shape)),
  ...plainTransform,
  nature: 'linear',
  reads: [
    readsClass('ChannelSplit', (read) => {
      if (!read.has('parts')) read.refuse();
      return { parts: read.number('parts', 2), part: read.number('part', 0) };
    }),
  ],
  examples: [
    {
      title: 'The second half of the channels',
      params: { parts: 2, part: 1 },
      inputs: [[3, 2, 4]],
      output: [3, 2, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'The first third of a vector',
      params: { parts: 3, part: 0 },
      inputs: [[6]],
      output: [2],
      parameters: 0,
      macs: 0,
    },
  ],
});

function inferPart(site: InferSite<ParamsOf<typeof fields>>): Result<TensorType, readonly Problem[]> {
  const shape = inputShape(site);
  const channels = lastAxis(shape);
  const { parts, part } = site.params;
  if (channels % parts !== 0) return fail([unequalParts('parts', parts, channels)]);
  if (part < parts) return sizedOutput([...shape.slice(0, -1), channels / parts]);
  const cures = [{ kind: 'set-param', param: 'part', value: parts - 1 }] as const;
  return fail([{ code: 'param/out-of-range', values: { value: part, min: 0, max: parts - 1 }, param: 'part', cures }]);
}
