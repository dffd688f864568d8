import { elementCount } from '@/lib/core/tensor-type';
import type { ModelPlan } from '@/lib/compile/plan';
import type { BackendName } from '@/lib/training/protocol';

const GIB = 2 ** 30;
const FLOAT_BYTES = 4;
/** Browsers without navigator.deviceMemory: what a modest computer can spare for one page. */
const UNKNOWN_DEVICE_BYTES = 2 * GIB;
/** WebAssembly's addresses have 32 bits; the rest of the heap (weights' copies, packed kernels) needs some of them. */
const WASM_BYTES = 3.5 * GIB;

export interface DeviceMemory {
  /** navigator.deviceMemory: gibibytes, rounded and capped by the browser; null where it does not say. */
  readonly gibibytes: number | null;
  /** Of WebGL: a tensor is a texture of at most this side, with four numbers a texel; null for other backends. */
  readonly maxTextureSize: number | null;
}

/** Half the device's memory: the browser, the page and the data set need the other half. */
function limitBytes(backend: BackendName, device: DeviceMemory): number {
  const spare = device.gibibytes === null ? UNKNOWN_DEVICE_BYTES : (device.gibibytes / 2) * GIB;
  return backend === 'wasm' ? Math.min(spare, WASM_BYTES) : spare;
}

function formatGibibytes(bytes: number): string {
  return `${(bytes / GIB).toFixed(1)} GiB`;
}

function largestTensor(plan: ModelPlan, batchSize: number): { readonly name: string; readonly elements: number } {
  const tensors = plan.layers.flatMap((layer) => [
    { name: layer.name, elements: elementCount(layer.outputShape) * batchSize },
    ...layer.weights.map((weight) => ({ name: `${layer.name}/${weight.name}`, elements: elementCount(weight.shape) })),
  ]);
  return tensors.reduce((largest, tensor) => (tensor.elements > largest.elements ? tensor : largest), {
    name: '',
    elements: 0,
  });
}

/** Why a training step cannot fit this device, with the figures; null when it can. */
export function whyItCannotFit(options: {
  readonly plan: ModelPlan;
  readonly batchSize: number;
  readonly backend: BackendName;
  readonly device: DeviceMemory;
}): string | null {
  const { plan, batchSize, backend, device } = options;
  const limit = limitBytes(backend, device);
  if (plan.trainingBytes > limit) {
    const needs = formatGibibytes(plan.trainingBytes);
    return `a training step needs about ${needs}; ${backend} can use about ${formatGibibytes(limit)} here`;
  }
  if (device.maxTextureSize === null) return null;
  const most = device.maxTextureSize ** 2 * 4;
  const { name, elements } = largestTensor(plan, batchSize);
  if (elements <= most) return null;
  const size = formatGibibytes(elements * FLOAT_BYTES);
  return `${name} holds ${elements} numbers (${size}); the graphics card takes at most ${most} in one texture`;
}
