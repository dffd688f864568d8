import * as tf from '@tensorflow/tfjs';
import { layerDefinition } from '@/lib/layers/registry';
import type { Params } from '@/lib/layers/fields';
import { buildLayer, siteOf } from '@/tests/layers/built-layer';

const INPUTS = [-8, -4, -2.2, -1, -0.3, 0.3, 1, 2.2, 4, 8];

/** Values and slopes at those inputs, as PyTorch 1.13 works them out in double precision. */
const CASES: readonly {
  readonly type: string;
  readonly params: Params;
  readonly values: readonly number[];
  readonly slopes: readonly number[];
}[] = [
  {
    type: 'relu6',
    params: {},
    values: [0, 0, 0, 0, 0, 0.3, 1, 2.2, 4, 6],
    slopes: [0, 0, 0, 0, 0, 1, 1, 1, 1, 0],
  },
  {
    type: 'elu',
    params: { alpha: 1 },
    values: [-0.9996645, -0.9816844, -0.8891968, -0.6321206, -0.2591818, 0.3, 1, 2.2, 4, 8],
    slopes: [0.0003354626, 0.01831564, 0.1108032, 0.3678794, 0.7408182, 1, 1, 1, 1, 1],
  },
  {
    type: 'elu',
    params: { alpha: 0.7 },
    values: [-0.6997652, -0.6871791, -0.6224378, -0.4424844, -0.1814272, 0.3, 1, 2.2, 4, 8],
    slopes: [0.0002348238, 0.01282095, 0.07756221, 0.2575156, 0.5185728, 1, 1, 1, 1, 1],
  },
  {
    type: 'selu',
    params: {},
    values: [-1.75751, -1.725899, -1.563296, -1.111331, -0.4556673, 0.3152103, 1.050701, 2.311542, 4.202804, 8.405608],
    slopes: [0.0005897766, 0.03220071, 0.194803, 0.6467686, 1.302432, 1.050701, 1.050701, 1.050701, 1.050701, 1.050701],
  },
  {
    type: 'gelu',
    params: { form: 'exact' },
    values: [0, -0.000126685, -0.03058758, -0.1586553, -0.1146266, 0.1853734, 0.8413447, 2.169412, 3.999873, 8],
    slopes: [0, -0.0005036497, -0.06414066, -0.08331547, 0.2676722, 0.7323278, 1.083315, 1.064141, 1.000504, 1],
  },
  {
    type: 'gelu',
    params: { form: 'tanh' },
    values: [0, -7.024595e-5, -0.03032147, -0.158808, -0.1146291, 0.1853709, 0.841192, 2.169679, 3.99993, 8],
    slopes: [0, -0.0003351232, -0.06491895, -0.08296408, 0.2677045, 0.7322955, 1.082964, 1.064919, 1.000335, 1],
  },
  {
    type: 'silu',
    params: {},
    values: [
      -0.002682801, -0.07194484, -0.2194511, -0.2689414, -0.1276672, 0.1723328, 0.7310586, 1.980549, 3.928055, 7.997317,
    ],
    slopes: [
      -0.002346551, -0.05266461, -0.09781023, 0.07232949, 0.35222, 0.64778, 0.9276705, 1.09781, 1.052665, 1.002347,
    ],
  },
  {
    type: 'hard_swish',
    params: {},
    values: [0, 0, -0.2933333, -0.3333333, -0.135, 0.165, 0.6666667, 1.906667, 4, 8],
    slopes: [0, 0, -0.2333333, 0.1666667, 0.4, 0.6, 0.8333333, 1.233333, 1, 1],
  },
  {
    type: 'hard_sigmoid',
    params: { slope: 'sixth' },
    values: [0, 0, 0.1333333, 0.3333333, 0.45, 0.55, 0.6666667, 0.8666667, 1, 1],
    slopes: [0, 0, 0.1666667, 0.1666667, 0.1666667, 0.1666667, 0.1666667, 0.1666667, 0, 0],
  },
  {
    type: 'hard_sigmoid',
    params: { slope: 'fifth' },
    values: [0, 0, 0.06, 0.3, 0.44, 0.56, 0.7, 0.94, 1, 1],
    slopes: [0, 0, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0, 0],
  },
  {
    type: 'softplus',
    params: {},
    values: [
      0.0003354064, 0.01814993, 0.1050833, 0.3132617, 0.5543552, 0.8543552, 1.313262, 2.305083, 4.01815, 8.000335,
    ],
    slopes: [
      0.0003353501, 0.01798621, 0.09975049, 0.2689414, 0.4255575, 0.5744425, 0.7310586, 0.9002495, 0.9820138, 0.9996646,
    ],
  },
  {
    type: 'mish',
    params: {},
    values: [
      -0.002683251, -0.07259174, -0.2303361, -0.3034015, -0.1511332, 0.2080014, 0.8650984, 2.156651, 3.997413, 7.999998,
    ],
    slopes: [
      -0.002347394, -0.05377321, -0.1123473, 0.05921676, 0.4085109, 0.7828273, 1.049036, 1.057577, 1.004433, 1.000003,
    ],
  },
];

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await tf.setBackend('cpu');
});

test.each(CASES)(
  '$type with $params has PyTorch’s values and slopes on both sides',
  ({ type, params, values, slopes }) => {
    const definition = layerDefinition(type);
    if (!definition) throw new Error(`${type} is not in the registry`);
    const site = siteOf(definition, { params, inputs: [[INPUTS.length]] });
    const { model } = buildLayer(definition, site, { samples: 1 });
    const run = (input: tf.Tensor) => model.apply(input) as tf.Tensor;
    const input = tf.tensor([INPUTS]);
    expectClose(run(input), values);
    expectClose(tf.grad((x: tf.Tensor) => tf.sum(run(x)))(input), slopes);
  },
);

test('the two conventions of hard sigmoid differ at 1', () => {
  const at = (slope: string) => CASES.find(({ params }) => params['slope'] === slope)?.values[6];
  expect([at('sixth'), at('fifth')]).toEqual([0.6666667, 0.7]);
});

function expectClose(got: tf.Tensor, wanted: readonly number[]): void {
  got.dataSync().forEach((value, index) => {
    const expected = wanted[index] ?? NaN;
    expect(Math.abs(value - expected)).toBeLessThan(2e-6 * Math.max(1, Math.abs(expected)));
  });
}
