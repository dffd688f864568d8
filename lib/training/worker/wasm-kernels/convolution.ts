import * as tf from '@tensorflow/tfjs';
import {
  addressOf,
  paddedToTile,
  simdOf,
  withScratch,
  FEWEST_GATHERED,
  LONGEST_SUM,
  TILE_COLUMNS,
  TILE_ROWS,
  type SimdFunctions,
} from '@/lib/training/worker/wasm-kernels/simd';
import type { WasmBackend } from '@/lib/training/worker/wasm-kernels/wasm-backend';

type Shape4D = readonly [number, number, number, number];
type Info = tf.backend_util.Conv2DInfo;

export interface ConvolutionAttrs {
  readonly strides: [number, number] | number;
  readonly pad: 'valid' | 'same' | number | [[number, number], [number, number], [number, number], [number, number]];
  readonly dataFormat: 'NHWC' | 'NCHW';
  readonly dilations?: [number, number] | number;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

export function convolutionInfo(attrs: ConvolutionAttrs, input: Shape4D, filter: Shape4D): Info {
  const { strides, pad, dimRoundingMode, dilations = 1 } = attrs;
  return tf.backend_util.computeConv2DInfo([...input], [...filter], strides, dilations, pad, dimRoundingMode);
}

const FLOAT = 4;

/** Addresses and counts of a sum over `segments` stretches of `depth` numbers of the input, in the kernels' units. */
interface LongSum {
  readonly segments: number;
  readonly segmentStep: number;
  readonly depth: number;
  readonly x: number;
  readonly panels: number;
}

/**
 * The same sum in parts whose eight columns of the kernel stay in the first-level cache: without this, wide convolutions run
 * at a third of the speed.
 */
function partsOf(sum: LongSum): readonly LongSum[] {
  const { segments, segmentStep, depth, x, panels } = sum;
  const parts: LongSum[] = [];
  const perPart = Math.max(1, Math.floor(LONGEST_SUM / depth));
  for (let segment = 0; segment < segments; segment += perPart) {
    const count = Math.min(perPart, segments - segment);
    for (let start = 0; start < depth; start += LONGEST_SUM) {
      parts.push({
        segments: count,
        segmentStep,
        depth: Math.min(LONGEST_SUM, depth - start),
        x: x + segment * segmentStep + start * FLOAT,
        panels: panels + (segment * depth + start) * TILE_COLUMNS * FLOAT,
      });
    }
  }
  return parts;
}

/** How one picture of the batch lies in memory, in the units that the compiled kernels take. */
interface Layout {
  readonly pictures: number;
  readonly inputBytes: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly outputBytes: number;
  /** Of the padded picture, in numbers. */
  readonly fullHeight: number;
  readonly fullLength: number;
  readonly isPadded: boolean;
  readonly rowStep: number;
  readonly columnStep: number;
  readonly segments: number;
  readonly segmentStep: number;
  readonly depth: number;
}

function layoutOf(info: Info): Layout {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, padInfo } = info;
  const { top, bottom, left, right } = padInfo;
  const fullLength = (inWidth + left + right) * inChannels;
  return {
    pictures: batchSize,
    inputBytes: inHeight * inWidth * inChannels * FLOAT,
    outHeight,
    outWidth,
    outputBytes: outHeight * outWidth * outChannels * FLOAT,
    fullHeight: inHeight + top + bottom,
    fullLength,
    isPadded: top + bottom + left + right > 0,
    rowStep: info.strideHeight * fullLength * FLOAT,
    columnStep: info.strideWidth * inChannels * FLOAT,
    segments: info.filterHeight,
    segmentStep: fullLength * FLOAT,
    depth: info.filterWidth * inChannels,
  };
}

/** With a kernel of one pixel and no stride a batch is one long row of pixels. */
function asOnePicture(layout: Layout, info: Info): Layout {
  const isPointwise =
    info.filterHeight * info.filterWidth * info.strideHeight * info.strideWidth === 1 && !layout.isPadded;
  if (!isPointwise) return layout;
  const { pictures, outHeight, outWidth } = layout;
  return { ...layout, pictures: 1, outHeight: 1, outWidth: pictures * outHeight * outWidth };
}

function paddedBytes({ fullHeight, fullLength, isPadded }: Layout): number {
  return isPadded ? fullHeight * fullLength * FLOAT : 0;
}

interface Site {
  readonly simd: SimdFunctions;
  readonly backend: WasmBackend;
  readonly info: Info;
}

/** The picture with its zeros around, in scratch memory, or where it lies when it has none. */
function paddedPicture({ simd, info }: Site, layout: Layout, from: number, scratch: number): number {
  if (!layout.isPadded) return from;
  const { inHeight, inWidth, inChannels, padInfo } = info;
  const { fullHeight, fullLength } = layout;
  const length = inWidth * inChannels;
  simd.pad(from, inHeight, length, padInfo.top, padInfo.left * inChannels, fullHeight, fullLength, scratch);
  return scratch;
}

/** Channels last, no gaps in the kernel, and no window that reaches beyond the padding. */
function isUsual(info: Info, { dataFormat }: ConvolutionAttrs): boolean {
  const { inHeight, inWidth, outHeight, outWidth, padInfo } = info;
  const height = (outHeight - 1) * info.strideHeight + info.filterHeight;
  const width = (outWidth - 1) * info.strideWidth + info.filterWidth;
  const fits = height <= inHeight + padInfo.top + padInfo.bottom && width <= inWidth + padInfo.left + padInfo.right;
  return dataFormat === 'NHWC' && info.dilationHeight === 1 && info.dilationWidth === 1 && fits;
}

/** Where the compiled kernels can do this convolution; null where they cannot. */
export function convolutionSite(backend: WasmBackend, info: Info, attrs: ConvolutionAttrs): Site | null {
  const simd = simdOf(backend);
  return simd !== null && isUsual(info, attrs) ? { simd, backend, info } : null;
}

/** The convolution, plus its bias if there is one. */
export function convolve(
  site: Site,
  tensors: { readonly x: tf.TensorInfo; readonly filter: tf.TensorInfo; readonly bias?: tf.TensorInfo | undefined },
): tf.TensorInfo {
  const { simd, backend, info } = site;
  const layout = asOnePicture(layoutOf(info), info);
  const output = backend.makeOutput(info.outShape, 'float32');
  const filters = info.outChannels;
  const rows = layout.segments * layout.depth;
  const columns = paddedToTile(filters);
  const sizes = [rows * columns * FLOAT, columns * FLOAT, paddedBytes(layout)];
  withScratch(backend, sizes, (panels = 0, bias = 0, padded = 0) => {
    simd.packColumns(addressOf(backend, tensors.filter), rows, filters, 0, filters, panels);
    if (tensors.bias === undefined) simd.clear(bias, columns * FLOAT);
    else simd.packColumns(addressOf(backend, tensors.bias), 1, filters, 0, filters, bias);
    const { outHeight, outWidth, rowStep, columnStep } = layout;
    const [from, to] = [addressOf(backend, tensors.x), addressOf(backend, output)];
    for (let at = 0; at < layout.pictures; at += 1) {
      const x = paddedPicture(site, layout, from + at * layout.inputBytes, padded);
      partsOf({ ...layout, x, panels }).forEach((part, index) => {
        simd.convolve(
          ...[part.x, rowStep, columnStep, outHeight, outWidth, part.segments, part.segmentStep, part.depth],
          ...[part.panels, rows * TILE_COLUMNS * FLOAT, filters, filters * FLOAT],
          ...[bias, to + at * layout.outputBytes, index === 0 ? 1 : 0],
        );
      });
    }
  });
  return output;
}

/** The gradient of the kernel. */
export function filterGradient(
  site: Site,
  { x, dy }: { readonly x: tf.TensorInfo; readonly dy: tf.TensorInfo },
): tf.TensorInfo {
  const { simd, backend, info } = site;
  const layout = layoutOf(info);
  const output = backend.makeOutput(info.filterShape, 'float32');
  const filters = info.outChannels;
  const pixels = layout.outHeight * layout.outWidth;
  const sizes = [pixels * paddedToTile(filters) * FLOAT, paddedBytes(layout), pixels * TILE_ROWS * FLOAT];
  const run = filters < FEWEST_GATHERED ? simd.filterGradient : simd.filterGradientOfMany;
  withScratch(backend, sizes, (gradients = 0, padded = 0, gathered = 0) => {
    const { outHeight, outWidth, rowStep, columnStep, segments, segmentStep, depth } = layout;
    const [from, fromDy, to] = [addressOf(backend, x), addressOf(backend, dy), addressOf(backend, output)];
    for (let at = 0; at < layout.pictures; at += 1) {
      const picture = paddedPicture(site, layout, from + at * layout.inputBytes, padded);
      simd.packColumns(fromDy + at * layout.outputBytes, pixels, filters, 0, filters, gradients);
      run(
        ...[picture, rowStep, columnStep, outHeight, outWidth, gradients, filters],
        ...[segments, segmentStep, depth, to, filters * FLOAT, at === 0 ? 1 : 0, gathered],
      );
    }
  });
  return output;
}

/** Numbers behind the padded picture that a tile's zero columns may touch. */
const SLACK = TILE_COLUMNS * FLOAT;

/** The gradient of the input. */
export function inputGradient(
  site: Site,
  { dy, filter }: { readonly dy: tf.TensorInfo; readonly filter: tf.TensorInfo },
): tf.TensorInfo {
  const { simd, backend, info } = site;
  const layout = layoutOf(info);
  const { inHeight, inWidth, inChannels, outChannels, padInfo } = info;
  const { fullHeight, fullLength, outHeight, outWidth, segments, depth } = layout;
  const output = backend.makeOutput(info.inShape, 'float32');
  const fullBytes = fullHeight * fullLength * FLOAT + SLACK;
  const sizes = [segments * paddedToTile(depth) * outChannels * FLOAT, fullBytes];
  withScratch(backend, sizes, (panels = 0, full = 0) => {
    simd.packTurned(addressOf(backend, filter), segments, depth, outChannels, panels);
    const [from, to] = [addressOf(backend, dy), addressOf(backend, output)];
    for (let at = 0; at < layout.pictures; at += 1) {
      simd.clear(full, fullBytes);
      simd.inputGradient(
        ...[from + at * layout.outputBytes, outHeight, outWidth, outChannels, panels, segments, depth],
        ...[full, layout.rowStep, layout.columnStep, layout.segmentStep],
      );
      const { top, left } = padInfo;
      const target = to + at * layout.inputBytes;
      simd.unpad(full, fullLength, top, left * inChannels, inHeight, inWidth * inChannels, target);
    }
  });
  return output;
}
