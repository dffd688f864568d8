import type { EdgeId } from '@/lib/core/ids';
import { elementCount } from '@/lib/core/tensor-type';
import { evaluateProducts } from '@/lib/layers/products';
import { lastAxis } from '@/lib/layers/shapes';
import { findEach, layerBefore, type RuleLayer, type RuleSite } from '@/lib/analysis/rules/rule';
import type { TypedLayer } from '@/lib/analysis/types';

/** Two layers of learnt sums with no activation between them. */
export interface AffinePair {
  readonly first: RuleLayer;
  readonly second: RuleLayer;
  /** What lies between, in the order of computation. */
  readonly between: readonly RuleLayer[];
  /** The connection that an activation belongs on: behind the first layer and the batch normalization it may have. */
  readonly edge: EdgeId;
  /** Something between is not linear (a maximum), so that they do not come to one layer. */
  readonly selects: boolean;
}

const found = new WeakMap<RuleSite, readonly AffinePair[]>();

/** Worked out once: two rules read them. */
export function findAffinePairs(site: RuleSite): readonly AffinePair[] {
  const pairs = found.get(site) ?? findPairs(site);
  found.set(site, pairs);
  return pairs;
}

function findPairs(site: RuleSite): readonly AffinePair[] {
  const affine = site.byNature.get('affine') ?? [];
  return findEach(affine, (second) => {
    const pair = pairBefore(site, second);
    return pair === null || isFactorization(pair) ? null : pair;
  });
}

/** Back to the affine layer whose output this one gets without an activation on the way, if there is one. */
function pairBefore(site: RuleSite, second: RuleLayer): AffinePair | null {
  const between: RuleLayer[] = [];
  let at = second;
  for (;;) {
    const before = layerBefore(site, at);
    if (before === null) return null;
    const { nature, inputs } = before.layer.definition;
    if (nature === 'affine') return isTable(before) ? null : makePair(before, second, between);
    const passes = nature === 'linear' || nature === 'batch-statistics' || nature === 'noise' || nature === 'selection';
    if (!passes || inputs.arity !== 'one') return null;
    between.unshift(before);
    at = before;
  }
}

/** Rows looked up by the names of words: no other layer takes names, so none can stand for it and what follows. */
function isTable({ layer: { definition, site } }: RuleLayer): boolean {
  return definition.vocabulary?.(site.params) !== undefined;
}

function makePair(first: RuleLayer, second: RuleLayer, between: readonly RuleLayer[]): AffinePair | null {
  const ways = [...between, second];
  const [next] = ways;
  const normalizes = next?.layer.definition.nature === 'batch-statistics';
  const edge = (normalizes ? ways[1] : next)?.node.incoming[0]?.id;
  const selects = between.some(({ layer }) => layer.definition.nature === 'selection');
  return edge === undefined ? null : { first, second, between, edge, selects };
}

/**
 * One layer taken apart on purpose, to have fewer weights: through fewer channels than on either side (a linear
 * bottleneck: Sandler et al., "MobileNetV2", CVPR 2018), each channel by itself first (Chollet, "Xception", CVPR 2017),
 * rows and columns apart (Szegedy et al., 2016), or growing an image, where the sums only interpolate.
 */
function isFactorization({ first, second, between, selects }: AffinePair): boolean {
  if (selects) return false;
  const reaches = [first.facts.reach, second.facts.reach];
  const [before, behind] = reaches;
  if (typeof before !== 'object' || typeof behind !== 'object') {
    return isNarrow(first.layer, second.layer) || reaches.some(isSpread);
  }
  if ('kind' in before || 'kind' in behind) return true;
  if (isSparse(first.layer, before.size) || isSparse(second.layer, behind.size)) return true;
  const isCross = [0, 1].some(
    (axis) =>
      before.size[axis === 0 ? 0 : 1] === 1 &&
      behind.size[axis === 0 ? 1 : 0] === 1 &&
      before.size[axis === 0 ? 1 : 0] > 1 &&
      behind.size[axis === 0 ? 0 : 1] > 1,
  );
  return isCross || (isNarrow(first.layer, second.layer) && between.every(keepsChannels));
}

function isSpread(reach: unknown): boolean {
  return typeof reach === 'object' && reach !== null && 'kind' in reach;
}

function isNarrow(first: TypedLayer, second: TypedLayer): boolean {
  const [from] = first.site.inputs;
  if (from === undefined) return false;
  const isVector = second.site.output.shape.length === 1;
  const size = isVector ? elementCount : lastAxis;
  return size(first.site.output.shape) < Math.min(size(from.shape), size(second.site.output.shape));
}

function keepsChannels({ layer: { site } }: RuleLayer): boolean {
  const [from] = site.inputs;
  return from !== undefined && lastAxis(from.shape) === lastAxis(site.output.shape);
}

/** Whether an output value reads less than all channels of its window: groups, or each channel by itself. */
function isSparse({ definition, site }: TypedLayer, size: readonly [number, number]): boolean {
  const [from] = site.inputs;
  if (from === undefined) return false;
  const products = evaluateProducts(definition.macs(site)) / elementCount(site.output.shape);
  return products < size[0] * size[1] * lastAxis(from.shape);
}
