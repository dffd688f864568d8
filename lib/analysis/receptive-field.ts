import type { Pair } from '@/lib/layers/fields';
import { placesOf } from '@/lib/layers/reach';
import type { ReceptiveField } from '@/lib/analysis/analysis';
import type { AnalysisContext } from '@/lib/analysis/context';
import type { LayerFacts } from '@/lib/analysis/layer-facts';
import type { Step } from '@/lib/analysis/step-through';
import type { Slots } from '@/lib/analysis/slots';
import type { Found, TypedLayer } from '@/lib/analysis/types';

/** A field, where there is a single one, and the size of the image it lies on. */
interface Seen {
  readonly field: ReceptiveField | null;
  readonly image: Pair;
}

/** Of a layer that sees no image. */
const NOTHING_SEEN = { field: null, image: null };

/** What the units of a layer see; the same object as long as that stays. */
export type View = Seen | typeof NOTHING_SEEN;

/**
 * What one unit of every layer sees of the input image, composed layer by layer: Araujo, Norris & Sim, "Computing
 * Receptive Fields of Convolutional Neural Networks", Distill 2019. By slot. Without a field: layers that see no image,
 * and layers behind a merge whose branches drift apart, where no single field holds for all units.
 */
export function findReceptiveFields({ slots }: AnalysisContext, found: readonly Found[]): readonly View[] {
  const before = known.get(slots);
  const views: View[] = [];
  let isSame = before !== undefined;
  for (const [slot, { layer, facts }] of found.entries()) {
    const last = before?.views[slot];
    const sources = slots.sources[slot] ?? NO_SOURCES;
    const isKnown = before !== undefined && last !== undefined && before.found[slot]?.layer === layer;
    const view = isKnown && sources.every((source) => views[source] === before.views[source]) ? last : null;
    const now =
      view ?? (layer === null || facts === null ? NOTHING_SEEN : viewOf(layer, facts, viewsAt(views, sources)));
    views.push(now);
    isSame &&= now === last;
  }
  const kept = before !== undefined && isSame ? before.views : views;
  known.set(slots, { found, views: kept });
  return kept;
}

const known = new WeakMap<Slots, { readonly found: readonly Found[]; readonly views: readonly View[] }>();

const NO_SOURCES: readonly number[] = [];

function viewsAt(views: readonly View[], sources: readonly number[]): readonly Seen[] {
  const seen: Seen[] = [];
  for (const source of sources) {
    const view = views[source];
    if (view !== undefined && view.image !== null) seen.push(view);
  }
  return seen;
}

function viewOf(layer: TypedLayer, facts: LayerFacts, inputs: readonly Seen[]): View {
  return (layer.definition.role === 'source' ? onePixel(layer) : behind(layer, facts, inputs)) ?? NOTHING_SEEN;
}

function onePixel({ site }: TypedLayer): Seen | null {
  const image = placesOf(site.output.shape);
  return image ? { field: { size: [1, 1], jump: [1, 1], start: [0.5, 0.5], global: false }, image } : null;
}

function behind(layer: TypedLayer, { reach, steps }: LayerFacts, inputs: readonly Seen[]): Seen | null {
  const [first] = inputs;
  if (first === undefined || inputs.length < layer.site.inputs.length) return null;
  const { image } = first;
  const seesAll = reach === 'global' || reach === 'everywhere' || inputs.some(({ field }) => field?.global);
  if (seesAll) return { field: wholeImage(image), image };
  let { field } = first;
  for (const input of inputs) if (input !== first) field = unite(field, input.field);
  if (inputs.length === 1 && reach === 'pointwise') return first;
  if (field === null || reach === 'pointwise') return { field, image };
  return { field: steps === null ? null : through(steps, field), image };
}

/** There is one unit only, so there is no distance between two. */
function wholeImage(image: Pair): ReceptiveField {
  return { size: image, jump: [0, 0], start: [image[0] / 2, image[1] / 2], global: true };
}

/** Both fields together; null where units of one branch lie closer than those of the other. */
export function unite(a: ReceptiveField | null, b: ReceptiveField | null): ReceptiveField | null {
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

/** What a unit behind a layer sees, where one before it sees `field`. */
function through([height, width]: readonly [Step, Step], { size, jump, start }: ReceptiveField): ReceptiveField {
  return {
    size: [size[0] + (height.width - 1) * jump[0], size[1] + (width.width - 1) * jump[1]],
    jump: [jump[0] * height.stride, jump[1] * width.stride],
    start: [start[0] + height.centre * jump[0], start[1] + width.centre * jump[1]],
    global: false,
  };
}
