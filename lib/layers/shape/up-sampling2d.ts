import { type Arithmetic, constant, inputCell, product, sum } from '@/lib/layers/arithmetic';
import { defineLayer, type Site, type Spread } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { asImage, imageOf, inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { torchModule, torchPair } from '@/lib/layers/torch';
import { firstVersion, noMacs, noWeights, oneInput, plainTransform } from '@/lib/layers/traits';

const fields = {
  size: { kind: 'pair', default: [2, 2], min: 1, max: 64, unit: '×', onNode: 'always' },
  interpolation: { kind: 'choice', default: 'nearest', options: ['nearest', 'bilinear'], onNode: 'when-changed' },
} as const satisfies Fields;

type UpSamplingParams = ParamsOf<typeof fields>;

export const upSampling2d = defineLayer({
  type: 'up_sampling2d',
  family: 'shape',
  icon: 'up-sampling',
  text: {
    en: {
      title: 'UpSampling2D',
      summary: 'Enlarges the image by whole factors without learning anything',
      fields: {
        size: { label: 'Factor', hint: 'How many times taller and wider the image becomes' },
        interpolation: { label: 'Between pixels', hint: 'Nearest repeats pixels, bilinear blends them' },
      },
      options: { nearest: 'nearest', bilinear: 'bilinear' },
    },
    vi: {
      title: 'Phóng to 2D',
      summary: 'Phóng to ảnh theo số lần nguyên mà không học gì',
      fields: {
        size: { label: 'Số lần', hint: 'Ảnh cao và rộng lên bao nhiêu lần' },
        interpolation: { label: 'Nội suy', hint: 'Lân cận thì lặp lại điểm ảnh, song tuyến tính thì hòa trộn' },
      },
      options: { nearest: 'lân cận', bilinear: 'song tuyến tính' },
    },
  },
  help: () => import('@/lib/layers/shape/up-sampling2d-help').then(({ help }) => help),
  fields,
  ...firstVersion,
  ...oneInput,
  infer({ params, inputs }) {
    const shape = inputShape({ inputs });
    const image = asImage(shape);
    if (!image) return refuseRank(shape, [3], [{ kind: 'remove-layer' }]);
    return sizedOutput([image.size[0] * params.size[0], image.size[1] * params.size[1], image.channels]);
  },
  ...noWeights,
  ...noMacs,
  reach: ({ params }) => spreadOf(params),
  explain: explainUpSampling,
  // tfjs's own layer measures bilinear distances between corners; its gradient of nearest is wrong on plain JavaScript.
  keras: ({ params }) => [{ callee: 'ExactUpSampling2D', args: { ...params } }],
  torch: ({ params }) => [
    torchModule('nn.Upsample', [], {
      scale_factor: torchPair(params.size),
      mode: params.interpolation,
      ...(params.interpolation === 'bilinear' ? { align_corners: false } : {}),
    }),
  ],
  onnx({ params }) {
    const isNearest = params.interpolation === 'nearest';
    const attributes = {
      mode: isNearest ? 'nearest' : 'linear',
      coordinate_transformation_mode: isNearest ? 'asymmetric' : 'half_pixel',
      ...(isNearest ? { nearest_mode: 'floor' } : {}),
    };
    return [onnxNode('Resize', attributes, ['input:0', '', `floats:4:1,1,${params.size.join(',')}`])];
  },
  ...plainTransform,
  nature: 'linear',
  reads: ['UpSampling2D', 'ExactUpSampling2D'].map((className) =>
    readsClass(className, (read) => ({
      size: read.pair('size', [2, 2]),
      interpolation: read.choice('interpolation', fields.interpolation.options, 'nearest'),
    })),
  ),
  examples: [
    {
      title: 'Each pixel becomes a block',
      params: { size: [2, 3], interpolation: 'nearest' },
      inputs: [[3, 2, 2]],
      output: [6, 6, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'Doubled with smooth transitions',
      params: { size: [2, 2], interpolation: 'bilinear' },
      inputs: [[3, 4, 1]],
      output: [6, 8, 1],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'By odd and even factors, also where there is one row only',
      params: { size: [4, 3], interpolation: 'bilinear' },
      inputs: [[1, 3, 2]],
      output: [4, 9, 2],
      parameters: 0,
      macs: 0,
    },
  ],
});

/** A row is in all rows whose middle lies less than one old row from its own; an odd factor has one right on it. */
function spreadOf({ size, interpolation }: UpSamplingParams): Spread {
  if (interpolation === 'nearest') return { kind: 'spread', size, stride: size, before: [0, 0] };
  const [height, width] = size.map((factor) => (factor % 2 === 0 ? 2 * factor : 2 * factor - 1));
  return {
    kind: 'spread',
    size: [height ?? 1, width ?? 1],
    stride: size,
    before: [Math.floor(size[0] / 2), Math.floor(size[1] / 2)],
  };
}

interface Share {
  readonly place: number;
  readonly weight: number;
}

function explainUpSampling(
  site: Site<UpSamplingParams>,
  [row = 0, column = 0, channel = 0]: readonly number[],
): Arithmetic {
  const { size } = imageOf(inputShape(site));
  const [rows, columns] = [
    shares(site.params, { axis: 0, size: size[0], at: row }),
    shares(site.params, { axis: 1, size: size[1], at: column }),
  ];
  const terms = rows.flatMap((y) =>
    columns.map((x) => product(inputCell([y.place, x.place, channel]), constant(y.weight * x.weight))),
  );
  return site.params.interpolation === 'nearest'
    ? inputCell([rows[0]?.place ?? 0, columns[0]?.place ?? 0, channel])
    : sum(...terms);
}

/** Which places of one axis are in the place `at` of the output, and how much; beyond the edge lies the edge itself. */
function shares(
  { size: factors, interpolation }: UpSamplingParams,
  { axis, size, at }: { readonly axis: 0 | 1; readonly size: number; readonly at: number },
): readonly Share[] {
  const factor = factors[axis];
  if (interpolation === 'nearest') return [{ place: Math.floor(at / factor), weight: 1 }];
  const middle = (at + 0.5) / factor - 0.5;
  const first = Math.floor(middle);
  const inside = (place: number) => Math.min(Math.max(place, 0), size - 1);
  return [
    { place: inside(first), weight: 1 - (middle - first) },
    { place: inside(first + 1), weight: middle - first },
  ].filter(({ weight }) => weight > 0);
}
