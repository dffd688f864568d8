import * as tf from '@tensorflow/tfjs';
import { ADAM_STEP, type AdamConstants, type AdamResult, type AdamTensors } from '@/lib/training/worker/adam/adam-step';

import { addressOf, simdOf, type SimdFunctions } from '@/lib/training/worker/wasm-kernels/simd';
import type { WasmBackend } from '@/lib/training/worker/wasm-kernels/wasm-backend';

interface Call<Backend> {
  readonly inputs: AdamTensors;
  readonly attrs: AdamConstants;
  readonly backend: Backend;
}

interface Arrays {
  readonly value: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}

function stepArrays(
  old: Arrays & { readonly gradient: Float32Array },
  next: Arrays,
  { beta1, beta2, rate, epsilon }: AdamConstants,
): void {
  const { length } = old.value;
  for (let at = 0; at < length; at += 1) {
    const gradient = old.gradient[at] ?? 0;
    const oldFirst = old.first[at] ?? 0;
    const oldSecond = old.second[at] ?? 0;
    const first = oldFirst + (1 - beta1) * (gradient - oldFirst);
    const second = oldSecond + (1 - beta2) * (gradient * gradient - oldSecond);
    next.first[at] = first;
    next.second[at] = second;
    next.value[at] = (old.value[at] ?? 0) - (rate * first) / (Math.sqrt(second) + epsilon);
  }
}

interface ArrayBackend {
  make(shape: readonly number[]): tf.TensorInfo;
  view(tensor: tf.TensorInfo): Float32Array;
}

function stepOnArrays({ inputs, attrs }: Pick<Call<unknown>, 'inputs' | 'attrs'>, backend: ArrayBackend): AdamResult {
  const { shape } = inputs.value;
  const [value, first, second] = [backend.make(shape), backend.make(shape), backend.make(shape)];
  // Views on wasm's heap: made after the last allocation, which may move the heap.
  const { view } = backend;
  const old = {
    value: view(inputs.value),
    gradient: view(inputs.gradient),
    first: view(inputs.first),
    second: view(inputs.second),
  };
  stepArrays(old, { value: view(value), first: view(first), second: view(second) }, attrs);
  return [value, first, second];
}

function stepOnWasm(call: Call<WasmBackend>): AdamResult {
  const { backend } = call;
  const simd = simdOf(backend);
  if (simd !== null) return stepCompiled(simd, call);
  return stepOnArrays(call, {
    make: (shape) => backend.makeOutput(shape, 'float32'),
    view: (tensor) => backend.typedArrayFromHeap(tensor),
  });
}

function stepCompiled(simd: SimdFunctions, { inputs, attrs, backend }: Call<WasmBackend>): AdamResult {
  const { value, gradient, first, second } = inputs;
  const outputs = [0, 1, 2].map(() => backend.makeOutput(value.shape, 'float32'));
  const address = (tensor: tf.TensorInfo): number => addressOf(backend, tensor);
  simd.adamStep(
    ...[value, gradient, first, second].map(address),
    ...[tf.util.sizeFromShape([...value.shape]), attrs.beta1, attrs.beta2, attrs.rate, attrs.epsilon],
    ...outputs.map(address),
  );
  return outputs as unknown as AdamResult;
}

interface CpuBackend {
  readonly data: { get(dataId: object): { readonly values: Float32Array } };
  makeTensorInfo(shape: readonly number[], dtype: 'float32', values: Float32Array): tf.TensorInfo;
}

function stepOnCpu(call: Call<CpuBackend>): AdamResult {
  const { backend } = call;
  return stepOnArrays(call, {
    make: (shape) => backend.makeTensorInfo(shape, 'float32', new Float32Array(tf.util.sizeFromShape([...shape]))),
    view: ({ dataId }) => backend.data.get(dataId).values,
  });
}

interface WebglProgram {
  readonly variableNames: readonly string[];
  readonly outputShape: readonly number[];
  readonly packedInputs: true;
  readonly packedOutput: true;
  readonly customUniforms: readonly { readonly name: string; readonly type: 'float' }[];
  readonly userCode: string;
}

interface WebglBackend {
  runWebGLProgram(
    program: WebglProgram,
    inputs: readonly tf.TensorInfo[],
    dtype: 'float32',
    uniforms: readonly (readonly number[])[],
  ): tf.TensorInfo;
}

/** A cell-by-cell formula on four numbers at a time; inputs are lower-case in the formula, as their names in the list. */
function program(
  names: readonly string[],
  shape: readonly number[],
  how: { uniforms: string[]; formula: string },
): WebglProgram {
  const reads = names.map((name) => `vec4 ${name.toLowerCase()} = get${name}AtOutCoords();`).join('\n');
  return {
    variableNames: names,
    outputShape: shape,
    packedInputs: true,
    packedOutput: true,
    customUniforms: how.uniforms.map((name) => ({ name, type: 'float' })),
    userCode: `void main() {\n${reads}\nsetOutput(${how.formula});\n}`,
  };
}

function stepOnWebgl({ inputs, attrs, backend }: Call<WebglBackend>): AdamResult {
  const { value, gradient, first, second } = inputs;
  const { beta1, beta2, rate, epsilon } = attrs;
  const run = (of: WebglProgram, tensors: readonly tf.TensorInfo[], uniforms: readonly number[]): tf.TensorInfo =>
    backend.runWebGLProgram(
      of,
      tensors,
      'float32',
      uniforms.map((uniform) => [uniform]),
    );
  const { shape } = value;
  const blend = (formula: string): WebglProgram =>
    program(['Old', 'Gradient'], shape, { uniforms: ['share'], formula });
  const newFirst = run(blend('old + share * (gradient - old)'), [first, gradient], [1 - beta1]);
  const newSecond = run(blend('old + share * (gradient * gradient - old)'), [second, gradient], [1 - beta2]);
  const update = program(['Value', 'First', 'Second'], shape, {
    uniforms: ['rate', 'epsilon'],
    formula: 'value - rate * first / (sqrt(second) + epsilon)',
  });
  return [run(update, [value, newFirst, newSecond], [rate, epsilon]), newFirst, newSecond];
}

let isRegistered = false;

/** Once; backends that never start do not mind. */
export function registerAdamKernels(): void {
  if (isRegistered) return;
  isRegistered = true;
  const kernels = { wasm: stepOnWasm, cpu: stepOnCpu, webgl: stepOnWebgl };
  for (const [backendName, kernelFunc] of Object.entries(kernels)) {
    tf.registerKernel({ kernelName: ADAM_STEP, backendName, kernelFunc: kernelFunc as unknown as tf.KernelFunc });
  }
}
