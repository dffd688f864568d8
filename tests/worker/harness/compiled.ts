import * as tf from '@tensorflow/tfjs';
import { createRandom } from '@/lib/core/random';
import { loadSimdKernels, simdOf } from '@/lib/training/worker/wasm-kernels/simd';

type Shape4D = [number, number, number, number];

/** How far one result of the compiled kernels is from that of the plain ones. */
export interface CompiledDifference {
  readonly title: string;
  /** The largest difference over the largest value. */
  readonly share: number;
}

interface Case {
  readonly title: string;
  /** Fresh tensors each time, the same values each time. */
  run(): tf.Tensor | readonly tf.Tensor[];
}

/** Values in [-1, 1), the same for the same seed. */
function noise(shape: readonly number[], seed: number): tf.Tensor {
  const random = createRandom(seed);
  const count = shape.reduce((product, size) => product * size, 1);
  return tf.tensor(
    Float32Array.from({ length: count }, () => random.next() / 2 ** 31 - 1),
    [...shape],
  );
}

/** Input, kernel, strides and padding: every way in which a tile of four pixels and eight filters can be left over. */
const CONVOLUTIONS: readonly (readonly [Shape4D, Shape4D, [number, number], 'same' | 'valid' | number])[] = [
  [[2, 28, 28, 1], [5, 5, 1, 6], [1, 1], 'same'],
  [[3, 14, 14, 6], [5, 5, 6, 16], [1, 1], 'valid'],
  [[2, 7, 9, 3], [3, 3, 3, 7], [2, 2], 'same'],
  [[2, 6, 5, 2], [2, 3, 2, 9], [2, 1], 'valid'],
  [[2, 8, 7, 5], [3, 2, 5, 17], [1, 1], 'same'],
  [[1, 1, 1, 5], [1, 1, 5, 8], [1, 1], 'valid'],
  [[1, 1, 2, 3], [1, 1, 3, 1], [1, 1], 'valid'],
  [[1, 1, 3, 2], [1, 1, 2, 3], [1, 1], 'valid'],
  [[2, 3, 3, 4], [3, 3, 4, 5], [1, 1], 'valid'],
  [[2, 4, 2, 4], [3, 1, 4, 5], [1, 1], 'valid'],
  [[2, 2, 3, 4], [1, 1, 4, 12], [1, 1], 'same'],
  [[2, 8, 8, 3], [1, 1, 3, 4], [2, 2], 'valid'],
  [[2, 4, 5, 2], [3, 3, 2, 3], [1, 1], 2],
  [[2, 9, 9, 3], [5, 5, 3, 4], [4, 4], 'valid'],
  // Sums so long that they are done in parts, and enough filters for their places to be gathered.
  [[2, 5, 5, 70], [3, 3, 70, 27], [1, 1], 'same'],
  [[1, 3, 4, 600], [2, 2, 600, 9], [1, 1], 'valid'],
];

function convolutions(): readonly Case[] {
  return CONVOLUTIONS.flatMap(([input, kernel, strides, pad], index) => {
    const name = `${input.join('×')}, kernel ${kernel.join('×')}, stride ${strides.join('×')}, ${pad}`;
    const x = (): tf.Tensor4D => noise(input, 3 * index) as tf.Tensor4D;
    const filter = (): tf.Tensor4D => noise(kernel, 3 * index + 1) as tf.Tensor4D;
    const bias = (): tf.Tensor1D => noise([kernel[3]], 3 * index + 2) as tf.Tensor1D;
    const fused = (): tf.Tensor => tf.fused.conv2d({ x: x(), filter: filter(), strides, pad, bias: bias() });
    return [
      { title: `convolution ${name}`, run: () => tf.conv2d(x(), filter(), strides, pad) },
      { title: `convolution and bias ${name}`, run: fused },
      {
        title: `gradients ${name}`,
        run: () => {
          const convolve = (a: tf.Tensor, b: tf.Tensor): tf.Tensor =>
            tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, strides, pad);
          const dy = noise(convolve(x(), filter()).shape, 99);
          return tf.grads(convolve)([x(), filter()], dy);
        },
      },
    ];
  });
}

const MATRICES: readonly (readonly [number, number, number])[] = [
  [64, 400, 120],
  [64, 84, 10],
  [5, 7, 9],
  [4, 1, 3],
  [1, 6, 5],
  [3, 2, 17],
  [7, 3, 8],
  [6, 1100, 70],
  [70, 5, 1030],
];

function products(): readonly Case[] {
  return MATRICES.flatMap(([m, k, n], index) =>
    (m * k * n > 50_000 ? [[]] : [[], [2], [2, 3]]).flatMap((batch) =>
      ([0, 1, 2, 3] as const).map((how): Case => {
        const [transposeA, transposeB] = [(how & 1) > 0, (how & 2) > 0];
        const a = [...batch, ...(transposeA ? [k, m] : [m, k])];
        const b = [...batch, ...(transposeB ? [n, k] : [k, n])];
        return {
          title: `product ${a.join('×')}${transposeA ? 'ᵀ' : ''} · ${b.join('×')}${transposeB ? 'ᵀ' : ''}`,
          run: () => tf.matMul(noise(a, 200 + index), noise(b, 300 + index), transposeA, transposeB),
        };
      }),
    ),
  );
}

function denseLayers(): readonly Case[] {
  return MATRICES.map(([m, k, n], index) => ({
    title: `product and bias ${m}×${k} · ${k}×${n}`,
    run: () => tf.fused.matMul({ a: noise([m, k], index), b: noise([k, n], index + 50), bias: noise([n], index + 90) }),
  }));
}

function pools(): readonly Case[] {
  return [1, 3, 4, 6, 9].flatMap((channels) =>
    (
      [
        [2, 2, 'valid'],
        [3, 2, 'same'],
        [3, 1, 'valid'],
        [2, 3, 'valid'],
      ] as const
    ).map(([size, stride, pad]): Case => ({
      title: `max pooling's gradient, ${channels} channels, ${size} / ${stride} ${pad}`,
      run: () => {
        // Few values, so that many maxima are shared by several cells of a window.
        const x = tf.round(tf.mul(noise([2, 7, 6, channels], 400 + channels), 2)) as tf.Tensor4D;
        const pool = (input: tf.Tensor): tf.Tensor => tf.maxPool(input as tf.Tensor4D, size, stride, pad);
        return tf.grad(pool)(x, noise(pool(x).shape, 500));
      },
    })),
  );
}

function pointwise(): readonly Case[] {
  const x = (): tf.Tensor => tf.mul(noise([5, 7], 600), 6);
  const gradientOf = (activation: (input: tf.Tensor) => tf.Tensor) => (): tf.Tensor =>
    tf.grad(activation)(x(), noise([5, 7], 601));
  return [
    { title: 'tanh', run: () => tf.tanh(x()) },
    { title: 'gradient of tanh', run: gradientOf((input) => tf.tanh(input)) },
    { title: 'gradient of sigmoid', run: gradientOf((input) => tf.sigmoid(input)) },
    { title: 'gradient of relu', run: gradientOf((input) => tf.relu(input)) },
    { title: 'sum over the first axis', run: () => tf.sum(noise([300, 7], 602), 0) },
    { title: 'sum over the first axes', run: () => tf.sum(noise([4, 5, 3, 9], 603), [0, 1, 2]) },
    { title: 'sum over the first axes, kept', run: () => tf.sum(noise([4, 5, 3, 9], 603), [1, 0], true) },
    { title: 'means repeated over a batch', run: () => checkTile([1, 1, 1, 5], [3, 2, 4, 1]) },
    { title: 'rows repeated along both axes', run: () => checkTile([2, 3], [3, 2]) },
    { title: 'rows repeated along the first axis', run: () => checkTile([2, 3], [3, 1]) },
    { title: 'a tensor and its clone, one disposed', run: cloneOutlives },
  ];
}

/** The tensor repeated must be the same by gathering; throws where it is not. */
function checkTile(shape: readonly number[], reps: readonly number[]): tf.Tensor {
  const x = noise(shape, 606);
  const gathered = reps.reduce<tf.Tensor>((tensor, count, axis) => {
    const size = shape[axis] ?? 1;
    const indices = Array.from({ length: size * count }, (_, index) => index % size);
    return tf.gather(tensor, tf.tensor1d(indices, 'int32'), axis);
  }, x);
  const isSame = tf.all(tf.equal(tf.tile(x, [...reps]), gathered)).dataSync()[0];
  if (isSame !== 1) throw new Error(`${shape.join('×')} repeated ${reps.join('×')} times is wrong.`);
  return gathered;
}

/** Both stand on the same numbers. */
function cloneOutlives(): tf.Tensor {
  const first = noise([9], 604);
  const second = tf.clone(first);
  first.dispose();
  return tf.add(second, noise([9], 605));
}

async function valuesOf({ run }: Case): Promise<readonly Float32Array[]> {
  const results = tf.tidy(() => {
    const result = run();
    return Array.isArray(result) ? [...result] : [result as tf.Tensor];
  });
  const values = await Promise.all(results.map((tensor) => tensor.data() as Promise<Float32Array>));
  tf.dispose(results);
  return values;
}

function largest(values: readonly Float32Array[]): number {
  return values.reduce((most, part) => part.reduce((so, value) => Math.max(so, Math.abs(value)), most), 0);
}

/** Every compiled kernel against the plain one, which other tests hold to plain JavaScript and to measured slopes. */
export async function compareCompiled(bytes: ArrayBuffer): Promise<readonly CompiledDifference[]> {
  await tf.setBackend('wasm');
  const cases = [...convolutions(), ...products(), ...denseLayers(), ...pools(), ...pointwise()];
  const differences: CompiledDifference[] = [];
  for (const each of cases) {
    await loadSimdKernels(null);
    const plain = await valuesOf(each);
    await loadSimdKernels(bytes);
    if (simdOf(tf.backend() as never) === null) throw new Error('The compiled kernels do not run in this browser.');
    const compiled = await valuesOf(each);
    const apart = compiled.map((part, index) => part.map((value, at) => value - (plain[index]?.[at] ?? Number.NaN)));
    const counts = [plain, compiled].map((parts) => parts.map(({ length }) => length).join());
    const share = counts[0] === counts[1] ? largest(apart) / largest(plain) : Number.POSITIVE_INFINITY;
    differences.push({ title: each.title, share });
  }
  return differences;
}

/** tanh of values near and far from zero, with float64's, and what becomes of NaN and the infinite. */
export async function compiledTanh(): Promise<{ readonly worst: number; readonly special: readonly number[] }> {
  await tf.setBackend('wasm');
  const x = Float32Array.from({ length: 20001 }, (_, index) => (index - 10000) / 500);
  const y = (await tf.tanh(tf.tensor1d(x)).data()) as Float32Array;
  const worst = y.reduce((most, value, at) => {
    const exact = Math.tanh(x[at] ?? 0);
    return Math.max(most, exact === 0 ? Math.abs(value) : Math.abs(value / exact - 1));
  }, 0);
  const special = await tf.tanh(tf.tensor1d([Number.NaN, Infinity, -Infinity, 100, -100, 1e-30])).data();
  return { worst, special: [...special] };
}
