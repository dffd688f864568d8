import { inputCell } from '@/lib/layers/arithmetic';
import { defineLayer, type KerasCall, type OnnxNode, type Site, type TorchCall } from '@/lib/layers/definition';
import {
  affineFields,
  type AffineParams,
  affineTextEn,
  affineTextVi,
  affineWeights,
  explainNormal,
} from '@/lib/layers/normalization/affine-channels';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { inputShape, lastAxis } from '@/lib/layers/shapes';
import { torchFunction, torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

export const layerNorm = defineLayer({
  type: 'layer_norm',
  family: 'normalization',
  icon: 'normalize-layer',
  text: {
    en: {
      title: 'LayerNormalization',
      summary: 'Brings the channels of each place to mean 0 and variance 1, then scales and shifts them as learnt',
      fields: affineTextEn,
    },
    vi: {
      title: 'Chuẩn hóa theo lớp',
      summary:
        'Đưa các kênh tại mỗi vị trí về trung bình 0 và phương sai 1, rồi co giãn và tịnh tiến theo hệ số học được',
      fields: affineTextVi,
    },
  },
  help: () => import('@/lib/layers/normalization/layer-norm-help').then(({ help }) => help),
  fields: affineFields,
  ...elementwise,
  weights: affineWeights,
  nature: 'normalization',
  reads: ['LayerNormalization', 'PartialLayerNormalization'].map((className) =>
    readsClass(className, (read, inputs) => {
      read.lastAxis('axis', inputShape({ inputs }).length, -1);
      if (read.boolean('rmsScaling', false)) read.refuse();
      return {
        epsilon: read.number('epsilon', affineFields.epsilon.default),
        center: read.boolean('center', true),
        scale: read.boolean('scale', true),
      };
    }),
  ),
  explain({ params, inputs }, cell) {
    const place = cell.slice(0, -1);
    const channels = Array.from({ length: lastAxis(inputShape({ inputs })) }, (_, channel) => channel);
    const cells = channels.map((channel) => inputCell([...place, channel]));
    return explainNormal(params, { of: inputCell(cell), cells, channel: cell[cell.length - 1] ?? 0 });
  },
  keras: layerNormInKeras,
  torch: layerNormInTorch,
  onnx: layerNormInOnnx,
  examples: [
    {
      title: 'The channels of each pixel',
      params: { epsilon: 0.001, center: true, scale: true },
      inputs: [[2, 3, 4]],
      output: [2, 3, 4],
      parameters: 8,
      macs: 0,
    },
    {
      title: 'The tokens of a transformer, with its usual epsilon',
      params: { epsilon: 0.000001, center: true, scale: true },
      inputs: [[3, 6]],
      output: [3, 6],
      parameters: 12,
      macs: 0,
    },
    {
      title: 'Without scale',
      params: { epsilon: 0.001, center: true, scale: false },
      inputs: [[6]],
      output: [6],
      parameters: 6,
      macs: 0,
    },
    {
      title: 'Normalisation alone, nothing learnt',
      params: { epsilon: 0.001, center: false, scale: false },
      inputs: [[5]],
      output: [5],
      parameters: 0,
      macs: 0,
    },
  ],
});

/** tfjs's own layer fails at the first training step where gamma or beta is left out. */
function layerNormInKeras({ params }: Site<AffineParams>): readonly KerasCall[] {
  const { epsilon, center, scale } = params;
  if (!center || !scale) return [{ callee: 'PartialLayerNormalization', args: { epsilon, center, scale } }];
  return [{ callee: 'LayerNormalization', args: epsilon === affineFields.epsilon.default ? {} : { epsilon } }];
}

/** PyTorch normalizes the last axes, which are height and width there: the channels have to go last and back. */
function layerNormInTorch({ params, inputs }: Site<AffineParams>): readonly TorchCall[] {
  const shape = inputShape({ inputs });
  const layer = torchModule('nn.LayerNorm', [lastAxis(shape)], {
    eps: params.epsilon,
    // It has gamma and beta both or not at all.
    ...(params.center || params.scale ? {} : { elementwise_affine: false }),
  });
  if (shape.length === 1) return [layer];
  const { last, first } = channelOrders(shape.length);
  return [torchFunction('torch.permute', [last]), layer, torchFunction('torch.permute', [first])];
}

function layerNormInOnnx({ params, inputs }: Site<AffineParams>): readonly OnnxNode[] {
  const shape = inputShape({ inputs });
  const weights = [
    params.scale ? 'weight:gamma' : `constant:1:${lastAxis(shape)}`,
    ...(params.center ? ['weight:beta'] : []),
  ];
  const node = (input: string): OnnxNode =>
    onnxNode('LayerNormalization', { axis: -1, epsilon: params.epsilon }, [input, ...weights]);
  if (shape.length === 1) return [node('input:0')];
  const { last, first } = channelOrders(shape.length);
  return [
    onnxNode('Transpose', { perm: last }),
    node('previous'),
    onnxNode('Transpose', { perm: first }, ['previous']),
  ];
}

/** The orders of the axes, the batch first, that bring the channels from axis 1 to the end and back. */
function channelOrders(rank: number): { readonly last: readonly number[]; readonly first: readonly number[] } {
  const places = Array.from({ length: rank - 1 }, (_, axis) => axis + 1);
  return { last: [0, ...places.map((axis) => axis + 1), 1], first: [0, rank, ...places] };
}
