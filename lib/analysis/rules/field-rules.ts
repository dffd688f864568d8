import { elementCount } from '@/lib/core/tensor-type';
import type { Pair } from '@/lib/layers/fields';
import { placesOf } from '@/lib/layers/reach';
import { effectiveSize } from '@/lib/layers/windows';
import type { Command } from '@/lib/document/command';
import type { Fix } from '@/lib/analysis/diagnostic';
import type { Step } from '@/lib/analysis/step-through';
import { atNode, report } from '@/lib/analysis/report';
import {
  defineRule,
  fieldAt,
  findEach,
  layerAt,
  layerBefore,
  slides,
  type Finding,
  type RuleLayer,
  type RuleSite,
  type WindowLayer,
} from '@/lib/analysis/rules/rule';
import { atWindow, setWindow } from '@/lib/analysis/rules/window-params';

interface SmallFinding extends Finding {
  readonly field: Pair;
  readonly image: Pair;
}

/**
 * A network that ends in an average or a maximum over all places only adds up what its last units see; an object is
 * taken to be half the picture at least. Luo et al., "Understanding the Effective Receptive Field", NIPS 2016: what a
 * unit really uses is smaller still. A flatten in that place keeps the places, so it is another matter.
 */
export const smallField = defineRule<SmallFinding>('design/small-field', {
  find: (site) =>
    findEach(site.network, (head) => {
      const view = mergesPlaces(head) ? fieldAt(site, layerBefore(site, head)?.id) : null;
      const image = view === null ? null : imageOf(site);
      if (view === null || view.global || image === null) return null;
      const isSmall = view.size[0] * 2 < image[0] || view.size[1] * 2 < image[1];
      return isSmall && !leadsToPlaces(site, head) ? { at: head, field: view.size, image } : null;
    }),
  report: (findings, site) =>
    findings.map(({ at, field, image }) => {
      const last = lastWindow(site, at);
      // Its window counts in the steps of what it reads; pooling may lie between it and the head.
      const jump = fieldAt(site, last?.node.incoming[0]?.source)?.jump;
      const fixes = last === null || jump === undefined ? [] : widen(last, { field, jump, image });
      const related = last === null ? [] : [atNode(last.id)];
      return report('design/small-field', { field, image }, { place: atNode(at.id), related, fixes });
    }),
});

/** Whether a layer forgets the places by leaving one value per channel of them. */
function mergesPlaces({ layer: { definition, site } }: RuleLayer): boolean {
  if (site.output.shape.length !== 1 || definition.role === 'source') return false;
  const [input] = site.inputs;
  if (input?.shape.length === 1) return false;
  const places = input === undefined ? null : placesOf(input.shape);
  if (input === undefined || places === null || places[0] * places[1] === 1) return false;
  const isPlain = definition.nature === 'linear' || definition.nature === 'selection';
  const channels = elementCount(input.shape) / (places[0] * places[1]);
  return isPlain && elementCount(site.output.shape) === channels && definition.reach(site) === 'global';
}

/** Whether the values come back to places: what makes a gate for an image is no end (Hu et al., CVPR 2018, figure 2). */
function leadsToPlaces(site: RuleSite, head: RuleLayer): boolean {
  const behind = new Set([head.id]);
  // A Set's iteration also visits what is added on the way.
  for (const id of behind) {
    const places = id === head.id ? null : placesOf(layerAt(site, id)?.layer.site.output.shape ?? []);
    if (places !== null && places[0] * places[1] > 1) return true;
    for (const { target } of site.context.graph.get(id)?.outgoing ?? []) behind.add(target);
  }
  return false;
}

/** The picture, where there is a single one. */
function imageOf(site: RuleSite): Pair | null {
  const { sources, members } = site.context.network;
  const [only, second] = sources.filter((id) => members.has(id));
  const shape = second !== undefined ? undefined : layerAt(site, only)?.layer.site.output.shape;
  return shape === undefined ? null : placesOf(shape);
}

/** The nearest layer before the head, in a row, whose window could see more. */
function lastWindow(site: RuleSite, head: RuleLayer): WindowLayer | null {
  for (let at = layerBefore(site, head); at !== null; at = layerBefore(site, at)) {
    if (!slides(at)) continue;
    const { padding, stride, size } = at.window;
    if (padding === 'same' && Math.max(...stride) === 1 && Math.min(...size) > 1) return at;
  }
  return null;
}

interface View {
  readonly field: Pair;
  readonly jump: Pair;
  readonly image: Pair;
}

/** Gaps in the last kernel, as many as it takes, if they still lie within the image it reads. */
function widen(at: WindowLayer, { field, jump, image }: View): readonly Fix[] {
  const { size, dilation } = at.window;
  const wanted = ([0, 1] as const).map((axis) => {
    const missing = image[axis] / 2 - field[axis];
    return dilation[axis] + Math.max(0, Math.ceil(missing / ((size[axis] - 1) * jump[axis])));
  });
  const [height = 1, width = 1] = wanted;
  const fits = effectiveSize(size[0], height) <= at.input[0] && effectiveSize(size[1], width) <= at.input[1];
  return fits ? setWindow(at, 'dilation', [height, width]) : [];
}

/** Of thousands of such layers nobody looks at each. */
const MOST_RELATED = 50;

interface WholeFinding extends Finding {
  readonly at: WindowLayer;
  readonly field: Pair;
  readonly image: Pair;
}

interface Narrowest {
  readonly size: Pair;
  readonly jump: Pair;
}

/**
 * Learnt windows over what has seen the whole picture already: once a field is twice the picture, even a corner's unit
 * sees all of it, on every way that leads there. Richter, Schöning, Wiedenroth & Krumnack, "Should You Go Deeper?",
 * 2021: such layers do not make a classifier better.
 */
export const wholeField = defineRule<WholeFinding>('design/whole-field', {
  find(site) {
    const image = imageOf(site);
    if (image === null || !isFarSeeing(site, image)) return [];
    const narrowest = findNarrowest(site);
    return findEach(site.windows, (at) => {
      const before = narrowest[site.context.slots.index.get(at.node.incoming[0]?.source ?? '') ?? -1];
      if (before === undefined || at.layer.weights.length === 0) return null;
      if (Math.max(...at.window.size) === 1) return null;
      const seesAll = before.size[0] >= 2 * image[0] && before.size[1] >= 2 * image[1];
      return seesAll ? { at, field: before.size, image } : null;
    });
  },
  report(findings) {
    const [first] = findings;
    if (first === undefined) return [];
    const { at, field, image } = first;
    const commands = findings.flatMap((finding) => narrow(finding.at).map(({ command }): Command => command));
    const fixes: readonly Fix[] =
      commands.length === findings.length
        ? [{ label: { kind: 'shrink-kernels', count: findings.length }, command: { kind: 'batch', commands } }]
        : [];
    const related = findings.slice(1, MOST_RELATED).map((finding) => atNode(finding.at.id));
    const values = { count: findings.length, field, image };
    return [report('design/whole-field', values, { place: atWindow(at, 'size'), related, fixes })];
  },
});

/** Whether any unit sees that much at all: along the widest ways, which are known already. */
function isFarSeeing({ views }: RuleSite, image: Pair): boolean {
  return views.some(({ field }) => {
    if (field === null || field.global) return false;
    return field.size[0] >= 2 * image[0] && field.size[1] >= 2 * image[1];
  });
}

/** A 1 × 1 kernel instead, where that leaves the shape as it is. */
function narrow(at: WindowLayer): readonly Fix[] {
  return at.window.padding === 'same' ? setWindow(at, 'size', [1, 1]) : [];
}

/** By slot: the field along the narrowest way to each layer. Past a shortcut a unit still sees little. */
function findNarrowest({ context: { slots }, network }: RuleSite): readonly (Narrowest | undefined)[] {
  const found: (Narrowest | undefined)[] = new Array<undefined>(slots.ids.length).fill(undefined);
  for (const { slot, layer, facts } of network) {
    if (layer.definition.role === 'source') found[slot] = { size: [1, 1], jump: [1, 1] };
    const least = narrowestOf(slots.sources[slot] ?? [], found);
    const { reach, places, steps } = facts;
    if (least === null || places === null) continue;
    if (reach === 'pointwise') found[slot] = least;
    else if (steps !== null) found[slot] = through(least, steps);
  }
  return found;
}

/** Null where one of them is not known. */
function narrowestOf(sources: readonly number[], found: readonly (Narrowest | undefined)[]): Narrowest | null {
  let least: Narrowest | null = null;
  for (const source of sources) {
    const one = found[source];
    if (one === undefined) return null;
    if (least === null || one.size[0] * one.size[1] < least.size[0] * least.size[1]) least = one;
  }
  return least;
}

function through({ size, jump }: Narrowest, [height, width]: readonly [Step, Step]): Narrowest {
  return {
    size: [size[0] + (height.width - 1) * jump[0], size[1] + (width.width - 1) * jump[1]],
    jump: [jump[0] * height.stride, jump[1] * width.stride],
  };
}
