import type { NodeId } from '@/lib/core/ids';
import type { TensorType } from '@/lib/core/tensor-type';
import type { LayerDefinition } from '@/lib/layers/definition';
import { defaultParams, type Params } from '@/lib/layers/fields';
import { LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';
import { lastAxis } from '@/lib/layers/shapes';
import type { Command } from '@/lib/document/command';
import { nextNodeId } from '@/lib/document/next-id';
import type { AnalysisContext } from '@/lib/analysis/context';
import type { Fix } from '@/lib/analysis/diagnostic';
import type { GraphNode } from '@/lib/analysis/graph';
import { setParam } from '@/lib/analysis/problem-fixes';
import type { Layers } from '@/lib/analysis/types';

/** A layer whose parameter sets how many values the network gives. */
interface WidthLayer {
  readonly node: GraphNode;
  readonly param: string;
}

/** The layer that the values of an output come from: the last one that has a width, behind layers that pass it on. */
export function findWidthLayer({ graph }: AnalysisContext, layers: Layers, output: NodeId): WidthLayer | null {
  let node = graph.get(output);
  while (node !== undefined) {
    const param = node.definition?.widthParam ?? null;
    if (param !== null) return { node, param };
    const { inputs = [], output: given } = layers.get(node.id)?.site ?? {};
    const [only] = inputs;
    const passesOn = inputs.length === 1 && only && given && lastAxis(only.shape) === lastAxis(given.shape);
    const [before] = node.incoming;
    node = passesOn && before ? graph.get(before.source) : undefined;
  }
  return null;
}

export function setWidth({ node, param }: WidthLayer, width: number): Fix {
  return setParam(node, param, width);
}

/** Puts a layer of one unit per class at the end, with what it needs before it; a last softmax stays the last. */
export function endWithClasses(
  context: AnalysisContext,
  layers: Layers,
  { output, classes }: { readonly output: NodeId; readonly classes: number },
): readonly Fix[] {
  const type = LAYER_TYPES.find((known) => isClassifier(layerDefinition(known)));
  const definition = type === undefined ? null : layerDefinition(type);
  const end = context.graph.get(output);
  const typed = end && layers.get(end.id);
  if (type === undefined || !definition?.widthParam || end === undefined || typed === undefined) return [];
  const staysLast = end.definition?.role === 'probabilities';
  const arriving = staysLast ? typed.site.inputs[0] : typed.site.output;
  if (arriving === undefined) return [];
  const links: readonly Link[] = [
    ...neededBefore(definition, arriving),
    { type, params: { [definition.widthParam]: classes } },
  ];
  const edge = staysLast ? end.incoming[0]?.id : undefined;
  const commands = edge === undefined ? appendAfter(context, end.id, links) : insertOn(edge, links);
  return [{ label: { kind: 'insert', type }, command: { kind: 'batch', commands } }];
}

export function endWithProbabilities(output: NodeId): readonly Fix[] {
  const type = LAYER_TYPES.find((known) => layerDefinition(known)?.role === 'probabilities');
  if (type === undefined) return [];
  return [{ label: { kind: 'insert', type }, command: { kind: 'add-layer', type, after: output } }];
}

interface Link {
  readonly type: string;
  readonly params: Params;
}

function isClassifier(definition: LayerDefinition | null): boolean {
  return definition?.family === 'dense' && definition.widthParam !== null;
}

/** What the layer itself says it wants before it for such an input: a flatten before a dense layer behind an image. */
function neededBefore(definition: LayerDefinition, arriving: TensorType): readonly Link[] {
  const inferred = definition.infer({ params: defaultParams(definition.fields), inputs: [arriving] });
  // A dense layer takes a sequence step by step, but what is wanted is one value per class for the whole of it.
  if (inferred.ok && inferred.value.shape.length > 1) return flattening();
  const cures = inferred.ok ? [] : inferred.error.flatMap((problem) => problem.cures ?? []);
  return cures.flatMap((cure) => (cure.kind === 'insert-before' ? [{ type: cure.type, params: cure.params }] : []));
}

function flattening(): readonly Link[] {
  const flattens = (definition: LayerDefinition | null) =>
    definition?.family === 'dense' && definition.nature === 'linear' && Object.keys(definition.fields).length === 0;
  const type = LAYER_TYPES.find((known) => flattens(layerDefinition(known)));
  return type === undefined ? [] : [{ type, params: {} }];
}

/** The edge keeps its id behind each new layer, so the next one goes onto it again. */
function insertOn(edge: string, links: readonly Link[]): readonly Command[] {
  return links.map((link): Command => ({ kind: 'insert-on-edge', edge, ...link }));
}

function appendAfter({ document }: AnalysisContext, end: NodeId, links: readonly Link[]): readonly Command[] {
  let after = end;
  return links.map((link): Command => {
    const command = { kind: 'add-layer', ...link, after } as const;
    after = nextNodeId(document, link.type);
    return command;
  });
}
