import type { ProblemValues } from '@/lib/core/problem';
import type { Window } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import { lastAxis } from '@/lib/layers/shapes';
import { effectiveSize } from '@/lib/layers/windows';
import { atNode, report } from '@/lib/analysis/report';
import { insertOn, usualActivation } from '@/lib/analysis/rules/activation-fix';
import { findAffinePairs, type AffinePair } from '@/lib/analysis/rules/affine-pairs';
import { defineRule, nameOf, type Finding, type RuleLayer, type RuleSite } from '@/lib/analysis/rules/rule';

interface PairFinding extends Finding, AffinePair {}

/** Sums of sums are sums: two layers with nothing non-linear between come to one. */
export const linearStack = defineRule<PairFinding>('design/linear-stack', {
  find: (site) => findAffinePairs(site).flatMap((pair) => (pair.selects ? [] : [{ ...pair, at: pair.second }])),
  report(findings, site) {
    const activation = activationOf(site);
    return findings.map((pair) => {
      const names = { first: nameOf(site, pair.first.id), second: nameOf(site, pair.second.id) };
      return report(
        'design/linear-stack',
        { ...names, ...equivalent(pair) },
        {
          place: atNode(pair.second.id),
          related: [atNode(pair.first.id)],
          fixes: insertOn(pair.edge, activation),
        },
      );
    });
  },
});

/** A maximum between them, but no activation: much weaker than intended, and most often one was forgotten. */
export const noActivation = defineRule<PairFinding>('design/no-activation', {
  find: (site) => findAffinePairs(site).flatMap((pair) => (pair.selects ? [{ ...pair, at: pair.first }] : [])),
  report(findings, site) {
    const activation = activationOf(site);
    return findings.map((pair) => {
      const values = { first: nameOf(site, pair.first.id), second: nameOf(site, pair.second.id) };
      const related = [atNode(pair.second.id)];
      const fixes = insertOn(pair.edge, activation);
      return report('design/no-activation', values, { place: atNode(pair.first.id), related, fixes });
    });
  },
});

function activationOf({ network }: RuleSite) {
  return usualActivation(network.map(({ node }) => node.node));
}

type Equivalent = Omit<ProblemValues['design/linear-stack'], 'first' | 'second'>;

/** The one layer that could stand for both. */
function equivalent({ first, second, between }: AffinePair): Equivalent {
  const windows = [first, ...between, second].map(windowOf);
  if (windows.every((window) => window !== null)) {
    const one = windows.reduce(compose);
    return { what: 'convolution', kernel: one.size, stride: one.stride };
  }
  if (second.layer.site.output.shape.length > 1) return { what: 'layer' };
  const units = lastAxis(second.layer.site.output.shape);
  const [from] = first.layer.site.inputs;
  const isDense = first.layer.site.output.shape.length === 1 && from !== undefined;
  const rank = isDense ? Math.min(lastAxis(from.shape), lastAxis(first.layer.site.output.shape), units) : units;
  return { what: 'dense', units, rank };
}

type Extent = Pick<Window, 'size' | 'stride'>;

/** Null where places are lost or moved, so that there is no kernel. */
function windowOf({ layer: { definition, site } }: RuleLayer): Extent | null {
  const reach = definition.reach(site);
  if (reach === 'pointwise') return { size: [1, 1], stride: [1, 1] };
  if (typeof reach !== 'object' || 'kind' in reach) return null;
  const size: Pair = [effectiveSize(reach.size[0], reach.dilation[0]), effectiveSize(reach.size[1], reach.dilation[1])];
  return { size, stride: reach.stride };
}

/** A window of windows: the second one counts in the first one's steps. */
function compose(a: Extent, b: Extent): Extent {
  return {
    size: [a.size[0] + (b.size[0] - 1) * a.stride[0], a.size[1] + (b.size[1] - 1) * a.stride[1]],
    stride: [a.stride[0] * b.stride[0], a.stride[1] * b.stride[1]],
  };
}
