import type { NodeId } from '@/lib/core/ids';
import type { Command } from '@/lib/document/command';
import { atNode, report } from '@/lib/analysis/report';
import { plainActivation } from '@/lib/analysis/rules/activation-fix';
import { defineRule, type Finding, type RuleLayer, type RuleSite } from '@/lib/analysis/rules/rule';

interface StackFinding extends Finding {
  readonly stack: readonly RuleLayer[];
  readonly factor: number;
}

/** The best that is left of a gradient on its way back to a layer, and through what it has come. */
interface Way {
  readonly factor: number;
  readonly length: number;
  readonly layer: RuleLayer | null;
  readonly before: Way | null;
}

/** Slopes multiply on the way back: three sigmoids leave 1/64 of the gradient at most, 0.25 · 0.25 · 0.25. */
const LEAST_FACTOR = 0.02;
const LEAST_COUNT = 3;
/** Without a slope below 1 at its steepest (tanh), only saturation itself shrinks gradients: deep stacks suffer. */
const MANY = 8;

/**
 * Activations that flatten on both sides, in a row. Of several ways the one that loses least counts: a shortcut lets
 * the gradient pass. Hochreiter 1991; Glorot & Bengio, "Understanding the difficulty of training deep feedforward neural
 * networks", AISTATS 2010.
 */
export const saturatingStack = defineRule<StackFinding>('design/saturating-stack', {
  find(site) {
    if ((site.byNature.get('saturating') ?? []).length < LEAST_COUNT) return [];
    const ways = findWays(site);
    const ends = site.context.network.outputs.flatMap((id) => ways.get(id) ?? []);
    const [worst] = [...ends].sort((a, b) => a.factor - b.factor || b.length - a.length);
    const stack = worst === undefined ? [] : layersOf(worst);
    const [first] = stack;
    if (worst === undefined || first === undefined) return [];
    const vanishes = worst.factor <= LEAST_FACTOR && stack.length >= LEAST_COUNT;
    return vanishes || stack.length >= MANY ? [{ at: first, stack, factor: worst.factor }] : [];
  },
  report: (findings) =>
    findings.map(({ at, stack, factor }) => {
      const values = { count: stack.length, factor: Number(factor.toPrecision(2)) };
      const related = stack.slice(1).map(({ id }) => atNode(id));
      return report('design/saturating-stack', values, { place: atNode(at.id), related, fixes: replaceAll(stack) });
    }),
});

function findWays(site: RuleSite): ReadonlyMap<NodeId, Way> {
  const ways = new Map<NodeId, Way>();
  const outputs = new Set(site.context.network.outputs);
  for (const layer of site.network) {
    let best: Way | null = null;
    for (const { source } of layer.node.incoming) {
      const way = ways.get(source);
      if (way !== undefined && (best === null || isBetter(way, best))) best = way;
    }
    const { definition, site: place } = layer.layer;
    // At the output it belongs to the loss, whose slope makes up for it.
    const counts = definition.nature === 'saturating' && !outputs.has(layer.id);
    const { factor, length } = best ?? { factor: 1, length: 0 };
    const slope = definition.steepestSlope?.(place.params) ?? 1;
    const way = counts
      ? { factor: factor * slope, length: length + 1, layer, before: best }
      : (best ?? { factor, length, layer: null, before: null });
    ways.set(layer.id, way);
  }
  return ways;
}

function isBetter(a: Way, b: Way): boolean {
  return a.factor > b.factor || (a.factor === b.factor && a.length < b.length);
}

/** From the input to the output. */
function layersOf(way: Way): readonly RuleLayer[] {
  const layers: RuleLayer[] = [];
  for (let at: Way | null = way; at !== null; at = at.before) if (at.layer !== null) layers.unshift(at.layer);
  return layers;
}

function replaceAll(stack: readonly RuleLayer[]) {
  const layer = plainActivation();
  if (layer === null) return [];
  const commands = stack.map(({ id }): Command => ({ kind: 'replace-layer', node: id, layers: [layer] }));
  const label = { kind: 'replace-all', count: stack.length, type: layer.type } as const;
  return [{ label, command: { kind: 'batch', commands } as const }];
}
