import type { NodeId } from '@/lib/core/ids';
import type { JsonObject } from '@/lib/core/json';
import { fail, succeed, type Result } from '@/lib/core/result';
import type { Shape } from '@/lib/core/tensor-type';
import { checkParams } from '@/lib/layers/check-params';
import type { KerasCall, LayerDefinition, Site } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { layerDefinition } from '@/lib/layers/registry';
import { documentId } from '@/lib/document/blocks';
import type { Document } from '@/lib/document/document';
import type { Analysis } from '@/lib/analysis/analysis';
import { helperShape } from '@/lib/compile/helper-shape';
import type { ModelPlan, PlanLayer } from '@/lib/compile/plan';

/** Why a design has no model: mistakes that must be mended first, or no network to speak of. */
export type CompileProblem = { readonly kind: 'errors'; readonly count: number } | { readonly kind: 'no-network' };

/**
 * A design as calls of the Keras functional API, its blocks written out. Only the layers on a way from the input to the output come along.
 * `analysis` must be of this document; with errors in it there is no plan.
 */
export function compile(document: Document, analysis: Analysis): Result<ModelPlan, CompileProblem> {
  const count = analysis.diagnostics.filter(({ severity }) => severity === 'error').length;
  if (count > 0) return fail({ kind: 'errors', count });
  const members = new Set(analysis.network);
  const frozen = new Set(document.training.frozen);
  const steps = analysis.network.flatMap((id) => stepOf(analysis, { id, members, frozen }) ?? []);
  const [first] = steps;
  const ends = analysis.outputs.flatMap((output) => steps.find(({ id }) => id === output) ?? []);
  const [last] = ends;
  if (first === undefined || last === undefined || steps.length < members.size) return fail({ kind: 'no-network' });
  const taken = new Set<string>(members);
  const layers = steps.flatMap((step) => lower(step, taken));
  return succeed({
    name: document.name,
    layers,
    inputs: steps.filter(({ definition }) => definition.role === 'source').map(({ id }) => id),
    outputs: ends.map(({ id }) => id),
    inputShape: first.site.output.shape,
    outputShape: last.site.output.shape,
    params: analysis.totals.params,
    endsInSoftmax: last.definition.role === 'probabilities',
    trainingBytes: analysis.totals.memory.training,
  });
}

interface Step {
  readonly id: NodeId;
  readonly definition: LayerDefinition;
  readonly site: Site<ParamsOf<Fields>>;
  readonly inputs: readonly NodeId[];
  readonly weights: PlanLayer['weights'];
  /** Training leaves its weights as they are. */
  readonly isFrozen: boolean;
}

/** Null where something is not known after all: an unknown layer type, which no diagnostic speaks of. */
function stepOf(
  analysis: Analysis,
  {
    id,
    members,
    frozen,
  }: { readonly id: NodeId; readonly members: ReadonlySet<NodeId>; readonly frozen: ReadonlySet<NodeId> },
): Step | null {
  const [node, analysed] = [analysis.flat.nodes[id], analysis.layers[id]];
  const definition = node === undefined ? null : layerDefinition(node.type);
  if (node === undefined || definition === null || !analysed?.output) return null;
  const { params, problems } = checkParams(definition.fields, node.params);
  const inputs = analysed.inputs.flatMap((input) => analysis.layers[input]?.output ?? []);
  if (problems.length > 0 || inputs.length < analysed.inputs.length) return null;
  if (!analysed.inputs.every((input) => members.has(input))) return null;
  const site = { params, inputs, output: analysed.output };
  return {
    id,
    definition,
    site,
    inputs: analysed.inputs,
    weights: analysed.weights,
    isFrozen: frozen.has(documentId(id)),
  };
}

/** A layer's chain of calls: the first takes the layer's inputs, the last is named after the node and holds its weights. */
function lower({ id, definition, site, inputs, weights, isFrozen }: Step, taken: Set<string>): readonly PlanLayer[] {
  const calls = definition.keras(site);
  let from: readonly string[] = inputs;
  let shape: Shape | undefined = site.inputs[0]?.shape;
  return calls.map(({ callee, args }, index): PlanLayer => {
    const isLast = index === calls.length - 1;
    const name = isLast ? id : helperName({ id, callee, taken });
    const outputShape = isLast || shape === undefined ? site.output.shape : helperShape({ callee, args }, shape);
    const own = isLast && isFrozen && weights.length > 0 ? { ...args, trainable: false } : args;
    const layer = { name, node: id, callee, args: own as JsonObject, inputs: from, outputShape };
    from = [name];
    shape = outputShape;
    return { ...layer, weights: isLast ? weightsOf(weights, isFrozen) : [] };
  });
}

function weightsOf(weights: PlanLayer['weights'], isFrozen: boolean): PlanLayer['weights'] {
  return isFrozen ? weights.map((weight) => ({ ...weight, trainable: false })) : weights;
}

/** `conv2d_1_zero_padding2d`, or with more underscores where a layer is called just that. */
function helperName({ id, callee, taken }: { id: NodeId; callee: KerasCall['callee']; taken: Set<string> }): string {
  const suffix = callee.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  let name = `${id}_${suffix}`;
  while (taken.has(name)) name += '_';
  taken.add(name);
  return name;
}
