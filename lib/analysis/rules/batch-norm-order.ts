import { elementCount } from '@/lib/core/tensor-type';
import type { Command } from '@/lib/document/command';
import { atNode, report } from '@/lib/analysis/report';
import {
  defineRule,
  findEach,
  layerAt,
  layerBefore,
  layerBehind,
  nameOf,
  type Finding,
  type RuleLayer,
  type RuleSite,
} from '@/lib/analysis/rules/rule';
import { removeLayers } from '@/lib/analysis/structure-fixes';

interface DropoutFinding extends Finding {
  /** The last batch normalization that the dropout leads to in a row. */
  readonly normalization: RuleLayer;
}

/**
 * Dropout changes the variance while training and not in use, but batch normalization keeps the one it saw in training:
 * Li, Chen, Hu & Yang, "Understanding the Disharmony between Dropout and Batch Normalization by Variance Shift", CVPR
 * 2019. Noise on the data itself is another matter: it stands for more data.
 */
export const dropoutBeforeBatchNorm = defineRule<DropoutFinding>('design/dropout-before-batch-norm', {
  find: (site) =>
    findEach(site.byNature.get('noise') ?? [], (at) => {
      if (layerBefore(site, at)?.layer.definition.role === 'source') return null;
      const normalization = lastNormalization(site, at);
      return normalization === null ? null : { at, normalization };
    }),
  report: (findings, site) =>
    findings.map(({ at, normalization }) =>
      report(
        'design/dropout-before-batch-norm',
        { layer: nameOf(site, normalization.id) },
        {
          place: atNode(at.id),
          related: [atNode(normalization.id)],
          fixes: [moveBehind(site, at, normalization), removeLayers([at.id])],
        },
      ),
    ),
});

function lastNormalization(site: RuleSite, from: RuleLayer): RuleLayer | null {
  let last: RuleLayer | null = null;
  for (let at = behindAlone(site, from); at !== null; at = behindAlone(site, at)) {
    if (at.layer.definition.nature === 'batch-statistics') last = at;
  }
  return last;
}

function behindAlone(site: RuleSite, at: RuleLayer): RuleLayer | null {
  const behind = layerBehind(site, at);
  return behind?.node.incoming.length === 1 ? behind : null;
}

/** Behind the activation, if the normalization has one. */
function moveBehind(site: RuleSite, dropout: RuleLayer, normalization: RuleLayer) {
  const next = behindAlone(site, normalization);
  const nature = next?.layer.definition.nature;
  const end = next !== null && (nature === 'activation' || nature === 'saturating') ? next : normalization;
  const { type, params } = dropout.node.node;
  const [only, second] = end.node.outgoing;
  const put: Command =
    only !== undefined && second === undefined
      ? { kind: 'insert-on-edge', edge: only.id, type, params }
      : { kind: 'add-layer', type, params, after: end.id };
  const commands: readonly Command[] = [put, { kind: 'remove', nodes: [dropout.id], edges: [] }];
  const label = { kind: 'move-behind', layer: nameOf(site, end.id) } as const;
  return { label, command: { kind: 'batch', commands } as const };
}

interface BiasFinding extends Finding {
  readonly param: string;
  readonly params: number;
}

/**
 * The normalization subtracts the mean, and a bias with it: Ioffe & Szegedy, ICML 2015, section 3.2. Only where the bias
 * is what the layer adds last: inside a gate or a query it does something.
 */
export const biasBeforeBatchNorm = defineRule<BiasFinding>('design/bias-before-batch-norm', {
  find: (site) =>
    findEach(site.byNature.get('affine') ?? [], (at) => {
      const param = at.layer.definition.biasParam;
      const { outgoing } = at.node;
      if (param === null || at.layer.site.params[param] !== true || outgoing.length === 0) return null;
      // What leaves the network here carries its bias.
      if (site.context.network.outputs.includes(at.id)) return null;
      const isNormalized = outgoing.every(
        ({ target }) => layerAt(site, target)?.layer.definition.nature === 'batch-statistics',
      );
      if (!isNormalized) return null;
      const biases = at.layer.weights.filter(({ name }) => name === 'bias');
      const params = biases.reduce((sum, { shape }) => sum + elementCount(shape), 0);
      return { at, param, params };
    }),
  report(findings) {
    const [first] = findings;
    if (first === undefined) return [];
    const params = findings.reduce((sum, finding) => sum + finding.params, 0);
    const commands = findings.map(({ at, param }): Command => ({
      kind: 'set-param',
      node: at.id,
      param,
      value: false,
    }));
    return [
      report(
        'design/bias-before-batch-norm',
        { count: findings.length, params },
        {
          place: { kind: 'param', node: first.at.id, param: first.param },
          related: findings.slice(1).map(({ at }) => atNode(at.id)),
          fixes: [{ label: { kind: 'drop-biases', count: findings.length }, command: { kind: 'batch', commands } }],
        },
      ),
    ];
  },
});
