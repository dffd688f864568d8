import type { RewriteId } from '@/lib/core/design-problem';
import type { NodeId } from '@/lib/core/ids';
import type { Nature, NewLayer } from '@/lib/layers/definition';
import { LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';
import type { Command } from '@/lib/document/command';
import { tailOf } from '@/lib/analysis/rewrites/activated-chain';
import type { RewritePlan, RewriteSite, RewriteTarget } from '@/lib/analysis/rewrites/plan-rewrites';
import { plainActivation } from '@/lib/analysis/rules/activation-fix';

/** Changes to all layers of a kind: they need several layers at once, or say nothing about any single one. */
export function designRewrites(site: RewriteSite): readonly RewritePlan[] {
  return [...insertBatchNorm(site), ...replaceActivations(site), ...removePooling(site), ...removeConvolutions(site)];
}

/** The activations that every other one can become. */
export function activationTypes(): readonly string[] {
  return LAYER_TYPES.filter((type) => isActivation(layerDefinition(type)?.nature));
}

function isActivation(nature: Nature | undefined): boolean {
  return nature === 'activation' || nature === 'saturating';
}

function isConvolution({ layer }: RewriteTarget): boolean {
  return layer.definition.family === 'convolution' && layer.definition.nature === 'affine';
}

/** Ioffe & Szegedy, ICML 2015: between a convolution and its activation, in place of the bias. */
function insertBatchNorm({ graph, targets, outputs }: RewriteSite): readonly RewritePlan[] {
  const type = LAYER_TYPES.find((known) => layerDefinition(known)?.nature === 'batch-statistics');
  if (type === undefined) return [];
  const bare = targets.filter((target) => {
    const behind = target.node.outgoing.map((edge) => edge.target);
    const isNormalized = behind.some((id) => graph.get(id)?.definition?.nature === 'batch-statistics');
    // What the loss reads is not normalized.
    return isConvolution(target) && !target.isOutput && !isNormalized && !behind.some((id) => outputs.has(id));
  });
  const commands = bare.map(({ node, layer }): Command => {
    const { biasParam } = layer.definition;
    const params = { ...node.node.params, ...(biasParam === null ? {} : { [biasParam]: false }) };
    return {
      kind: 'replace-layer',
      node: node.id,
      layers: [
        { type: node.node.type, params },
        { type, params: {} },
      ],
    };
  });
  return plan('insert-batch-norm', bare, commands);
}

/** Not the output's, which belongs to the loss, and not a gate's, which must stay between 0 and 1. */
function replaceActivations({ graph, targets, outputs, activation }: RewriteSite): readonly RewritePlan[] {
  const layer: NewLayer | null = activation === null ? plainActivation() : { type: activation, params: {} };
  if (layer === null || !isActivation(layerDefinition(layer.type)?.nature)) return [];
  const others = targets.filter(({ node, layer: { definition } }) => {
    const isGate = node.outgoing.some(({ target }) => {
      const behind = graph.get(target)?.definition;
      return behind?.inputs.arity === 'many' && behind.nature === 'selection';
    });
    return isActivation(definition.nature) && node.node.type !== layer.type && !outputs.has(node.id) && !isGate;
  });
  const commands = others.map(({ node }): Command => ({ kind: 'replace-layer', node: node.id, layers: [layer] }));
  return plan('replace-activations', others, commands);
}

/** Pooling that leaves an image; one that makes a vector of it is the head's. */
function removePooling({ targets }: RewriteSite): readonly RewritePlan[] {
  const pools = targets.filter(({ layer: { definition, site } }) => {
    return definition.family === 'pooling' && typeof definition.reach(site) === 'object';
  });
  return removal(
    'remove-pooling',
    pools,
    pools.map(({ node }) => node.id),
  );
}

/** With the normalization and the activation that belong to them. */
function removeConvolutions({ graph, targets, outputs }: RewriteSite): readonly RewritePlan[] {
  const convolutions = targets.filter((target) => isConvolution(target) && !target.isOutput);
  const nodes = convolutions.flatMap(({ node }) => [
    node.id,
    ...tailOf(graph, node).flatMap(({ id }) => (outputs.has(id) ? [] : [id])),
  ]);
  return removal('remove-convolutions', convolutions, nodes);
}

function removal(kind: RewriteId, targets: readonly RewriteTarget[], nodes: readonly NodeId[]): readonly RewritePlan[] {
  return plan(kind, targets, [{ kind: 'remove', nodes, edges: [] }]);
}

function plan(
  kind: RewriteId,
  targets: readonly RewriteTarget[],
  commands: readonly Command[],
): readonly RewritePlan[] {
  return targets.length === 0 ? [] : [{ kind, nodes: targets.map(({ node }) => node.id), commands }];
}
