import { elementCount } from '@/lib/core/tensor-type';
import { placesOf } from '@/lib/layers/reach';
import { atNode, report } from '@/lib/analysis/report';
import { rewriteFix } from '@/lib/analysis/rewrites/rewrite-fix';
import { defineRule, layerBefore, type Finding, type RuleLayer, type RuleSite } from '@/lib/analysis/rules/rule';

interface DenseFinding extends Finding {
  readonly flatten: RuleLayer;
  readonly total: number;
}

/** Below this many parameters nobody minds where they are. */
const MANY = 1_000_000;

/**
 * One dense layer behind a flattened image holds most of the network: 102.8 of VGG-16's 138.4 million. Averaging each
 * channel over its places instead costs nothing: Lin, Chen & Yan, "Network in Network", ICLR 2014, section 3.2.
 */
export const heavyDense = defineRule<DenseFinding>('design/heavy-dense', {
  find(site) {
    // A share of what is not known yet would be none.
    if (site.network.length < site.context.network.members.size) return [];
    const large = (site.byNature.get('affine') ?? []).filter(({ facts }) => facts.params >= MANY);
    const heavy = large.flatMap((at) => {
      const flatten = flattenBefore(site, at);
      return flatten === null ? [] : [{ at, flatten }];
    });
    if (heavy.length === 0) return [];
    const total = site.network.reduce((sum, { facts }) => sum + facts.params, 0);
    return heavy.flatMap((found) => (found.at.facts.params * 2 < total ? [] : [{ ...found, total }]));
  },
  report: (findings, site) =>
    findings.map(({ at, flatten, total }) => {
      const { definition, site: place } = flatten.layer;
      const average = definition.rewrites(place).filter(({ kind }) => kind === 'global-average');
      const fixes = average.flatMap((rewrite) => rewriteFix(site.context.graph, flatten.node, rewrite));
      const values = { params: at.facts.params, total };
      return report('design/heavy-dense', values, { place: atNode(at.id), related: [atNode(flatten.id)], fixes });
    }),
});

/** The layer that lays an image of several places out as a vector, before this one. */
function flattenBefore(site: RuleSite, from: RuleLayer): RuleLayer | null {
  for (let at = layerBefore(site, from); at !== null; at = layerBefore(site, at)) {
    const { definition, site: place, weights } = at.layer;
    const [input] = place.inputs;
    if (input === undefined || weights.length > 0) return null;
    const places = placesOf(input.shape);
    const flattens =
      definition.reach(place) === 'global' && elementCount(input.shape) === elementCount(place.output.shape);
    if (flattens) return places !== null && places[0] * places[1] > 1 ? at : null;
    if (definition.reach(place) !== 'pointwise') return null;
  }
  return null;
}
