import type { NodeId } from '@/lib/core/ids';
import type { Window } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import { asImage } from '@/lib/layers/shapes';
import { effectiveSize, placedWindow } from '@/lib/layers/windows';
import type { ReceptiveField } from '@/lib/analysis/analysis';
import type { AnalysisContext } from '@/lib/analysis/context';
import type { TypedLayer } from '@/lib/analysis/types';

/** A field, where there is a single one, and the size of the image it lies on. */
interface View {
  readonly field: ReceptiveField | null;
  readonly image: Pair;
}

/**
 * What one unit of every layer sees of the input image, composed layer by layer: Araujo, Norris & Sim, "Computing
 * Receptive Fields of Convolutional Neural Networks", Distill 2019. Without an entry: layers that see no image, and
 * layers behind a merge whose branches drift apart, where no single field holds for all units.
 */
export function findReceptiveFields(
  { graph }: AnalysisContext,
  layers: ReadonlyMap<NodeId, TypedLayer>,
): ReadonlyMap<NodeId, ReceptiveField> {
  const views = new Map<NodeId, View>();
  for (const [id, layer] of layers) {
    const edges = graph.get(id)?.incoming.slice(0, layer.site.inputs.length) ?? [];
    const inputs = edges.flatMap(({ source }) => views.get(source) ?? []);
    const view = layer.definition.role === 'source' ? onePixel(layer) : behind(layer, inputs);
    if (view !== null) views.set(id, view);
  }
  return new Map([...views].flatMap(([id, { field }]) => (field === null ? [] : [[id, field] as const])));
}

function onePixel({ site }: TypedLayer): View | null {
  const image = asImage(site.output.shape)?.size;
  return image ? { field: { size: [1, 1], jump: [1, 1], start: [0.5, 0.5], global: false }, image } : null;
}

function behind({ definition, site }: TypedLayer, inputs: readonly View[]): View | null {
  const [first] = inputs;
  if (first === undefined || inputs.length < site.inputs.length) return null;
  const { image } = first;
  const reach = definition.reach(site.params);
  const seesAll = reach === 'global' || inputs.some(({ field }) => field?.global);
  if (seesAll) return { field: wholeImage(image), image };
  const field = inputs.map((input) => input.field).reduce(unite, first.field);
  if (field === null || reach === 'pointwise') return { field, image };
  const size = site.inputs[0] && asImage(site.inputs[0].shape)?.size;
  return { field: size ? through(reach, size, field) : null, image };
}

/** There is one unit only, so there is no distance between two. */
function wholeImage(image: Pair): ReceptiveField {
  return { size: image, jump: [0, 0], start: [image[0] / 2, image[1] / 2], global: true };
}

/** Both fields together; null where units of one branch lie closer than those of the other. */
function unite(a: ReceptiveField | null, b: ReceptiveField | null): ReceptiveField | null {
  if (a === null || b === null || a.jump[0] !== b.jump[0] || a.jump[1] !== b.jump[1]) return null;
  const spans = ([0, 1] as const).map((axis) => {
    const first = Math.min(a.start[axis] - a.size[axis] / 2, b.start[axis] - b.size[axis] / 2);
    const last = Math.max(a.start[axis] + a.size[axis] / 2, b.start[axis] + b.size[axis] / 2);
    return { size: last - first, centre: (first + last) / 2 };
  });
  const [height, width] = spans;
  if (height === undefined || width === undefined) return null;
  return { size: [height.size, width.size], jump: a.jump, start: [height.centre, width.centre], global: false };
}

/** What a unit behind a window sees, where one before it sees `field`; `input` is the size of the window's input. */
function through(window: Window, input: Pair, { size, jump, start }: ReceptiveField): ReceptiveField {
  const { before } = placedWindow(window, input);
  const extent = (axis: 0 | 1) => effectiveSize(window.size[axis], window.dilation[axis]) - 1;
  const grown = (axis: 0 | 1) => size[axis] + extent(axis) * jump[axis];
  const shifted = (axis: 0 | 1) => start[axis] + (extent(axis) / 2 - before[axis]) * jump[axis];
  return {
    size: [grown(0), grown(1)],
    jump: [jump[0] * window.stride[0], jump[1] * window.stride[1]],
    start: [shifted(0), shifted(1)],
    global: false,
  };
}
