import { elementCount } from '@/lib/core/tensor-type';
import type { ModelPlan } from '@/lib/compile/plan';
import { memoryLimit } from '@/lib/training/memory-limit';
import type { BackendName } from '@/lib/training/protocol';

const GIB = 2 ** 30;
const FLOAT_BYTES = 4;
export interface DeviceMemory {
  /** navigator.deviceMemory: gibibytes, rounded and capped by the browser; null where it does not say. */
  readonly gibibytes: number | null;
  /** Of WebGL: a tensor is a texture of at most this side, with four numbers a texel; null for other backends. */
  readonly maxTextureSize: number | null;
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
  const limit = memoryLimit(backend, device.gibibytes);
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
