import * as tf from '@tensorflow/tfjs';
import { elementCount } from '@/lib/core/tensor-type';
import type { AttributeReply, AttributeRequest, PatchFill } from '@/lib/training/inspect/protocol';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';
import { runLayers } from '@/lib/training/worker/inspect/run-layers';
import { refused, type UnitAtInput } from '@/lib/training/worker/inspect/why/unit-at-input';
import { mapExtent, type UnitPlace } from '@/lib/training/worker/inspect/why/unit-value';
import type { WhyWork } from '@/lib/training/worker/inspect/why/why-work';

/** Of the unit scale: as far from black as from white. */
const GREY = 0.5;
/** Up to this number of the unit scale a pixel counts as black. */
const NEARLY_BLACK = 0.1;
/** Pictures in one part, of so many numbers together at most: a look in between need not wait for long. */
const MOST_PICTURES = 16;
const MOST_NUMBERS = 2 ** 20;

/** Rows from `top` and columns from `left` on that are covered. */
interface Patch {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/**
 * Occlusion (Zeiler & Fergus 2014, section 4.2): by how much the unit answers less where a patch covers a part of the
 * input. Theirs is grey, the mean of their pictures; ours can be what fits the picture. Each pixel has the mean over the patches that covered it; null when it was stopped.
 */
export async function occlude(
  { network, between, emit }: WhyWork,
  { input, patch, stride, fill: wanted }: AttributeRequest,
  { score, place, activation }: UnitAtInput,
): Promise<AttributeReply | null> {
  const { inputShape } = network.plan;
  const extent = mapExtent(inputShape);
  if (extent === null) return refused('no-places');
  const patches = patchesOver(extent, { patch, stride });
  const channels = inputShape.at(-1) ?? 1;
  const fill = wanted === 'fitting' ? fittingFill(input) : wanted;
  const cover = coverOf(input, channels, fill);
  const size = Math.max(1, Math.min(MOST_PICTURES, Math.floor(MOST_NUMBERS / input.length)));
  const drops: number[] = [];
  for (let first = 0; first < patches.length; first += size) {
    if (!(await between())) return null;
    const part = patches.slice(first, first + size);
    const pictures = covered(input, part, { columns: extent[1], cover });
    for (const value of await valuesOf(network, pictures, { score, place })) drops.push(activation - value);
    emit({ kind: 'progress', call: 'attribute', done: drops.length, total: patches.length });
  }
  const values = spread(drops, patches, extent);
  const about = { activation, cell: place.cell, rectifiers: 0, through: null, fill };
  return { kind: 'values', shape: [...extent, 1], values, ...about };
}

/** Covering what is dark by what is brighter would add to the picture instead of taking away. */
function fittingFill(input: Float32Array): Exclude<PatchFill, 'fitting'> {
  const black = input.reduce((count, value) => count + (value <= NEARLY_BLACK ? 1 : 0), 0);
  return 2 * black > input.length ? 'black' : 'mean';
}

/** One number for each channel, on the unit scale. */
function coverOf(input: Float32Array, channels: number, fill: Exclude<PatchFill, 'fitting'>): Float32Array {
  const cover = new Float32Array(channels);
  if (fill !== 'mean') return cover.fill(fill === 'grey' ? GREY : 0);
  const sums = new Float64Array(channels);
  for (let at = 0; at < input.length; at += 1) sums[at % channels] = (sums[at % channels] ?? 0) + (input[at] ?? 0);
  return cover.map((_, channel) => ((sums[channel] ?? 0) * channels) / input.length);
}

/** From the first row on in strides, and one at the end, so that every pixel is covered. */
function starts(length: number, patch: number, stride: number): readonly number[] {
  const last = Math.max(0, length - patch);
  const count = Math.ceil(last / Math.max(1, stride));
  return Array.from({ length: count + 1 }, (_, index) => Math.min(last, index * Math.max(1, stride)));
}

function patchesOver(
  [rows, columns]: readonly [number, number],
  { patch, stride }: { readonly patch: number; readonly stride: number },
): readonly Patch[] {
  const [height, width] = [Math.min(patch, rows), Math.min(patch, columns)];
  // Between patches that do not touch there would be nothing to say.
  const step = Math.min(stride, patch);
  return starts(rows, height, step).flatMap((top) =>
    starts(columns, width, step).map((left) => ({ top, left, height, width })),
  );
}

/** One after another, each with its own patch covered, on the unit scale. */
function covered(
  input: Float32Array,
  patches: readonly Patch[],
  { columns, cover }: { readonly columns: number; readonly cover: Float32Array },
): Float32Array {
  const channels = cover.length;
  const line = Float32Array.from({ length: columns * channels }, (_, at) => cover[at % channels] ?? 0);
  const pictures = new Float32Array(input.length * patches.length);
  for (const [index, { top, left, height, width }] of patches.entries()) {
    pictures.set(input, index * input.length);
    for (let row = top; row < top + height; row += 1) {
      const from = index * input.length + (row * columns + left) * channels;
      pictures.set(line.subarray(0, width * channels), from);
    }
  }
  return pictures;
}

async function valuesOf(
  network: InspectNetwork,
  pictures: Float32Array,
  { score, place: { channel, cell } }: { readonly score: string; readonly place: UnitPlace },
): Promise<Float32Array> {
  const { plan, scaler } = network;
  const picked = tf.tidy(() => {
    const batch = tf.tensor(scaler.unit(pictures), [
      pictures.length / elementCount(plan.inputShape),
      ...plan.inputShape,
    ]);
    const given = new Map([[network.layerOf(network.inputNode).name, batch]]);
    const [value] = runLayers(network, { given, wanted: [score] });
    if (value === undefined) throw new Error(`no output of ${score}`);
    const places = (cell ?? []).slice(0, value.rank - 2);
    const sizes = [-1, ...places.map(() => 1), 1];
    return tf.reshape(tf.slice(value, [0, ...places, channel], sizes), [-1]);
  });
  const values = (await picked.data()) as Float32Array;
  picked.dispose();
  return values;
}

function spread(
  drops: readonly number[],
  patches: readonly Patch[],
  [rows, columns]: readonly [number, number],
): Float32Array {
  const sums = new Float32Array(rows * columns);
  const counts = new Float32Array(rows * columns);
  for (const [index, { top, left, height, width }] of patches.entries()) {
    for (let row = top; row < top + height; row += 1) {
      for (let at = row * columns + left; at < row * columns + left + width; at += 1) {
        sums[at] = (sums[at] ?? 0) + (drops[index] ?? 0);
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
  }
  return sums.map((sum, at) => sum / (counts[at] ?? 1));
}
