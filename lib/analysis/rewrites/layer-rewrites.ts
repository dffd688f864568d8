import type { RewriteId } from '@/lib/core/design-problem';
import type { NodeId } from '@/lib/core/ids';
import { sameShape } from '@/lib/core/tensor-type';
import type { Command } from '@/lib/document/command';
import { activatedChain } from '@/lib/analysis/rewrites/activated-chain';
import { chainCost } from '@/lib/analysis/rewrites/chain-cost';
import type { RewritePlan, RewriteSite } from '@/lib/analysis/rewrites/plan-rewrites';

/** Rewrites that may change the shape that is passed on; all others keep it. */
const RESHAPING: ReadonlySet<RewriteId> = new Set<RewriteId>(['global-average']);

/** What the layers themselves offer, those of one kind together. */
export function layerRewrites({ graph, targets }: RewriteSite): readonly RewritePlan[] {
  const plans = new Map<RewriteId, { readonly nodes: NodeId[]; readonly commands: Command[] }>();
  for (const { node, layer, uses } of targets) {
    for (const rewrite of layer.definition.rewrites(layer.site)) {
      const fits = uses.every(({ site }) => {
        const cost = chainCost(rewrite.layers, site);
        return cost !== null && (RESHAPING.has(rewrite.kind) || sameShape(cost.output.shape, site.output.shape));
      });
      if (!fits) continue;
      const plan = plans.get(rewrite.kind) ?? { nodes: [], commands: [] };
      plans.set(rewrite.kind, plan);
      plan.nodes.push(node.id);
      plan.commands.push({ kind: 'replace-layer', node: node.id, layers: activatedChain(graph, node, rewrite) });
    }
  }
  return [...plans].map(([kind, plan]) => ({ kind, ...plan }));
}
