import type { NodeId } from '@/lib/core/ids';
import { checkParams } from '@/lib/layers/check-params';
import type { Inputs } from '@/lib/layers/definition';
import { layerDefinition } from '@/lib/layers/registry';
import type { Analysis } from '@/lib/analysis/analysis';
import { lastFoundOf, type TypedLayer } from '@/lib/analysis/types';

/** A layer of `analysis.flat` as the passes saw it; null where its shape is not known. */
export function typedLayer(analysis: Analysis, id: NodeId): TypedLayer | null {
  const node = analysis.flat.nodes[id];
  const layer = analysis.layers[id];
  const definition = layerDefinition(node?.type ?? '');
  if (node === undefined || !layer?.output || definition === null) return null;
  const found = lastFoundOf(node);
  if (found?.site.output === layer.output) return found;
  const { params, problems } = checkParams(definition.fields, node.params);
  const sources = takenInputs(definition.inputs, layer.inputs);
  const inputs = sources.flatMap((source) => analysis.layers[source]?.output ?? []);
  if (problems.length > 0 || inputs.length < sources.length) return null;
  return { definition, site: { params, inputs, output: layer.output }, weights: layer.weights };
}

/** The layers that a layer takes its inputs from, superfluous ones left out. */
export function layerInputs(analysis: Analysis, id: NodeId): readonly NodeId[] {
  const definition = layerDefinition(analysis.flat.nodes[id]?.type ?? '');
  return definition === null ? [] : takenInputs(definition.inputs, analysis.layers[id]?.inputs ?? []);
}

/**
 * The layers of `analysis.flat` that a node of the document stands for: itself, all those of a block, or for a layer
 * inside a block itself where the block is used first.
 */
export function flatLayers({ flat, order }: Analysis, id: NodeId): readonly NodeId[] {
  if (flat.nodes[id] !== undefined) return [id];
  const outermost = order.filter((layer) => layer.startsWith(`${id}.`));
  if (outermost.length > 0) return outermost;
  const same = order.find((layer) => layer.endsWith(`.${id}`));
  if (same !== undefined) return [same];
  const nested = order.find((layer) => layer.includes(`.${id}.`));
  const prefix = nested?.slice(0, nested.indexOf(`.${id}.`) + id.length + 2);
  return prefix === undefined ? [] : order.filter((layer) => layer.startsWith(prefix));
}

/** What a layer of `analysis.flat` is called where several stand in a list: its own name or id, behind those of its blocks. */
export function flatName({ flat }: Analysis, id: NodeId): string {
  const title = flat.nodes[id]?.title;
  return title === undefined ? id : `${id.slice(0, id.lastIndexOf('.') + 1)}${title}`;
}

function takenInputs(inputs: Inputs, sources: readonly NodeId[]): readonly NodeId[] {
  switch (inputs.arity) {
    case 'none':
      return [];
    case 'one':
      return sources.slice(0, 1);
    case 'many':
      return sources;
  }
}
