import { evaluateProducts } from '@/lib/layers/products';
import { countWeights } from '@/lib/analysis/layer-facts';
import { report } from '@/lib/analysis/report';
import { defineRule, findEach, type Finding, type WindowLayer } from '@/lib/analysis/rules/rule';
import { atWindow } from '@/lib/analysis/rules/window-params';
import { rewriteFix } from '@/lib/analysis/rewrites/rewrite-fix';
import { chainCost } from '@/lib/analysis/rewrites/chain-cost';
import type { LayerRewrite } from '@/lib/layers/definition';

interface KernelFinding extends Finding {
  readonly at: WindowLayer;
  readonly rewrite: LayerRewrite;
  readonly params: number;
  readonly macs: number;
}

/** Saving less than a fifth is not worth another layer: 25C² → 18C² saves 28 %. */
const LEAST_SAVING = 0.2;
/** Nor are fewer parameters than this. */
const LEAST_PARAMS = 1000;

/**
 * A large kernel that a stack of 3 × 3 replaces with fewer weights and a further activation: Simonyan & Zisserman, "Very
 * Deep Convolutional Networks", ICLR 2015, section 2.3. Not where few channels come in: a stack would cost more there.
 */
export const largeKernel = defineRule<KernelFinding>('design/large-kernel', {
  find: (site) =>
    findEach(site.windows, (at): KernelFinding | null => {
      const { definition, site: place, weights } = at.layer;
      if (Math.max(at.window.size[0], at.window.size[1]) < 5 || weights.length === 0) return null;
      const rewrite = definition.rewrites(place).find(({ kind }) => kind === 'stack-of-3x3');
      const cost = rewrite === undefined ? null : chainCost(rewrite.layers, place);
      const [params, macs] = [countWeights(weights), evaluateProducts(definition.macs(place))];
      if (rewrite === undefined || cost === null) return null;
      const isMuch = cost.params <= (1 - LEAST_SAVING) * params && params - cost.params >= LEAST_PARAMS;
      const saves = isMuch && cost.macs <= macs;
      return saves ? { at, rewrite, ...cost } : null;
    }),
  report: (findings, site) =>
    findings.map(({ at, rewrite, params, macs }) => {
      const before = countWeights(at.layer.weights);
      const saved = evaluateProducts(at.layer.definition.macs(at.layer.site)) - macs;
      const values = { kernel: at.window.size, stack: rewrite.layers.length, params: before, stackParams: params };
      const fixes = rewriteFix(site.context.graph, at.node, rewrite);
      return report('design/large-kernel', { ...values, macs: saved }, { place: atWindow(at, 'size'), fixes });
    }),
});
