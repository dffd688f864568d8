import type { Json } from '@/lib/core/json';
import type { KerasReader, OnnxNode, Site, TorchCall, Window } from '@/lib/layers/definition';
import type { Padding, Pair } from '@/lib/layers/fields';
import { onnxNode, onnxPads } from '@/lib/layers/onnx';
import { hasBorder, type PoolingParams, poolingFields, poolingWindow } from '@/lib/layers/pooling/pooling';
import { type ConfigReader, readsClass } from '@/lib/layers/read-config';
import { imageOf, inputShape } from '@/lib/layers/shapes';
import { torchFunction, torchModule, torchPair } from '@/lib/layers/torch';
import { placedWindow, type WindowPlacement } from '@/lib/layers/windows';

/** tfjs takes 2 × 2 for the window and the window for the stride where none is given. */
export function poolingArgs({ poolSize, strides, padding }: PoolingParams) {
  const stepsByWindow = poolSize[0] === strides[0] && poolSize[1] === strides[1];
  const isDefault = poolSize[0] === 2 && poolSize[1] === 2;
  return {
    ...(isDefault ? {} : { poolSize }),
    ...(stepsByWindow ? {} : { strides }),
    ...(padding === 'same' ? { padding } : {}),
  };
}

/** Whether tfjs has no word for it: it knows no border of its own and rounds down only. */
export function needsOwnClass({ padding, rounding }: PoolingParams): boolean {
  return hasBorder(padding) || rounding === 'ceil';
}

/** Every argument of a class of ours. */
export function paddedPoolingArgs({ poolSize, strides, padding, rounding }: PoolingParams) {
  return { poolSize, strides, padding: bordersOf(padding), rounding };
}

function bordersOf(padding: Padding): Json {
  if (typeof padding === 'string') return padding;
  const { top, bottom, left, right } = padding;
  return [
    [top, bottom],
    [left, right],
  ];
}

export function placementOf({ params, inputs }: Site<PoolingParams>): WindowPlacement {
  return placedWindow(poolingWindow(params), imageOf(inputShape({ inputs })).size);
}

/** float32's lowest number: below whatever an image holds. */
const LOWEST = -3.4028234663852886e38;

export function maxPoolingInTorch(site: Site<PoolingParams>): readonly TorchCall[] {
  const calls = torchPooling('nn.MaxPool2d', site, {});
  if (calls !== null) return calls;
  const { before, after, output } = placementOf(site);
  return [
    torchModule('nn.ConstantPad2d', [[before[1], after[1], before[0], after[0]], LOWEST]),
    torchModule('nn.MaxPool2d', [torchPair(site.params.poolSize)], stride(site.params)),
    ...firstPlaces(output),
  ];
}

/** The border does not count here. */
export function averagePoolingInTorch(site: Site<PoolingParams>): readonly TorchCall[] {
  const { padding, rounding } = site.params;
  const isPlain = padding === 'valid' && rounding === 'floor';
  const calls = torchPooling('nn.AvgPool2d', site, isPlain ? {} : { count_include_pad: false });
  if (calls === null) throw new Error('infer refuses what PyTorch cannot average');
  return calls;
}

/** The border counts as zeros, what hangs over the end does not: PyTorch's default. */
export function countingPoolingInTorch(site: Site<PoolingParams>): readonly TorchCall[] {
  const { poolSize } = site.params;
  const { before, after, output } = borderPlacement(site);
  const isEven = before[0] === after[0] && before[1] === after[1];
  const ceil = site.params.rounding === 'ceil' && site.params.padding !== 'same' ? { ceil_mode: true } : {};
  if (isEven) {
    const padding = before[0] + before[1] > 0 ? { padding: torchPair(before) } : {};
    return [torchModule('nn.AvgPool2d', [torchPair(poolSize)], { ...stride(site.params), ...padding, ...ceil })];
  }
  return [
    torchModule('nn.ZeroPad2d', [[before[1], after[1], before[0], after[0]]]),
    torchModule('nn.AvgPool2d', [torchPair(poolSize)], { ...stride(site.params), ...ceil }),
    ...firstPlaces(output),
  ];
}

/** Cuts off windows at the end that are one too many. */
function firstPlaces(output: Pair): readonly TorchCall[] {
  return output.map((size, axis) => torchFunction('torch.narrow', [axis + 2, 0, size]));
}

/** As laid, but with the border that was asked for only: what hangs over it is left out. */
export function borderPlacement(site: Site<PoolingParams>): WindowPlacement {
  const { padding } = site.params;
  const placement = placementOf(site);
  if (padding === 'same') return placement;
  return { ...placement, after: padding === 'valid' ? [0, 0] : [padding.bottom, padding.right] };
}

/**
 * A window as it is laid here, written for PyTorch, which pads both sides alike, by at most half the window. Where more
 * stands at the end, `ceil_mode` lets the last window hang over it; where that is not enough, an image padded by whole
 * steps more has that many windows too many at the start, which are cut off, and so are those too many at the end. Null:
 * there is no such way.
 */
function torchPooling(
  callee: string,
  site: Site<PoolingParams>,
  kwargs: Readonly<Record<string, Json>>,
): readonly TorchCall[] | null {
  const window = poolingWindow(site.params);
  const { size } = imageOf(inputShape(site));
  const placement = placementOf(site);
  const axes = ([0, 1] as const).map((axis) => torchAxis(window, placement, { axis, input: size[axis] }));
  const [height, width] = axes;
  if (!height || !width || axes.some(({ padding }, axis) => padding > (window.size[axis] ?? 0) / 2)) return null;
  const ceilMode = height.overhangs || width.overhangs;
  const padding: Pair = [height.padding, width.padding];
  const pooling = torchModule(callee, [torchPair(window.size)], {
    ...stride(site.params),
    ...(padding[0] + padding[1] > 0 ? { padding: torchPair(padding) } : {}),
    ...(ceilMode ? { ceil_mode: true } : {}),
    ...kwargs,
  });
  const cuts = axes.flatMap(({ skip, made }, axis) => {
    const output = placement.output[axis] ?? 0;
    return skip === 0 && made(ceilMode) === output ? [] : [torchFunction('torch.narrow', [axis + 2, skip, output])];
  });
  return [pooling, ...cuts];
}

interface TorchAxis {
  readonly padding: number;
  /** Windows to be cut off at the start. */
  readonly skip: number;
  readonly overhangs: boolean;
  /** How many windows PyTorch lays. */
  made(ceilMode: boolean): number;
}

function torchAxis(
  window: Window,
  placement: WindowPlacement,
  { axis, input }: { axis: 0 | 1; input: number },
): TorchAxis {
  const [size, step, before] = [window.size[axis], window.stride[axis], placement.before[axis]];
  // What the last window truly reaches: less than the border where the step leaves some of it over.
  const reached = (placement.output[axis] - 1) * step + size - input - before;
  const skip = Math.max(0, Math.floor((reached - before) / step));
  const padding = before + skip * step;
  const made = (ceilMode: boolean) => {
    const steps = (input + 2 * padding - size) / step;
    if (!ceilMode) return Math.floor(steps) + 1;
    return Math.ceil(steps) * step >= input + padding ? Math.ceil(steps) : Math.ceil(steps) + 1;
  };
  return { padding, skip, overhangs: reached > padding, made };
}

function stride({ strides }: PoolingParams) {
  return { stride: torchPair(strides) };
}

/** ONNX pads each side for itself, and its pooling leaves the border out. */
export function poolingInOnnx(opType: string, site: Site<PoolingParams>): OnnxNode {
  return onnxNode(opType, {
    kernel_shape: site.params.poolSize,
    strides: site.params.strides,
    pads: onnxPads(placementOf(site)),
  });
}

/** The border becomes part of the image, so that it counts; what hangs over the end remains a border. */
export function countingPoolingInOnnx(site: Site<PoolingParams>): readonly OnnxNode[] {
  const { before, after } = borderPlacement(site);
  const whole = placementOf(site);
  const pads = [0, 0, ...before, 0, 0, ...after];
  const attributes = {
    kernel_shape: site.params.poolSize,
    strides: site.params.strides,
    pads: [0, 0, whole.after[0] - after[0], whole.after[1] - after[1]],
    count_include_pad: 0,
  };
  if (pads.every((pad) => pad === 0)) return [onnxNode('AveragePool', attributes)];
  const border = onnxNode('Pad', { mode: 'constant' }, ['input:0', `integers:${pads.join(',')}`]);
  return [border, onnxNode('AveragePool', attributes, ['previous'])];
}

/** Keras's own class, and ours; without strides the window is the step. */
export function readsPooling(className: string, padding: 'valid' | 'same' = 'valid'): KerasReader<PoolingParams> {
  return readsClass(className, (read) => readPooling(read, padding));
}

export function readPooling(read: ConfigReader, padding: 'valid' | 'same'): PoolingParams {
  const poolSize = read.pair('poolSize', [2, 2]);
  return {
    poolSize,
    strides: read.pair('strides', poolSize),
    padding:
      read.isText('padding') || !read.has('padding')
        ? read.choice<'valid' | 'same'>('padding', ['valid', 'same'], padding)
        : read.borders('padding'),
    rounding: read.choice('rounding', poolingFields.rounding.options, 'floor'),
  };
}
