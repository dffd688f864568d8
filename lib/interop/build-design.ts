import { plainName } from '@/lib/core/plain-name';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { type Shape, type TensorType, tensorType } from '@/lib/core/tensor-type';
import type { Params } from '@/lib/layers/fields';
import { createDocument } from '@/lib/document/create-document';
import type { Document, DocumentEdge, DocumentNode } from '@/lib/document/document';
import { NO_DATASET } from '@/lib/document/training-settings';
import { idsFor, titleFor } from '@/lib/interop/design-ids';
import { estimateShape } from '@/lib/interop/estimate-shape';
import type { ImportNotes } from '@/lib/interop/import-notes';
import { matchLayer, type Match, type MatchScene } from '@/lib/interop/match-layers';
import { opaqueParams, OPAQUE_TYPE } from '@/lib/interop/opaque';
import { withSizes } from '@/lib/interop/open-sizes';
import { namedWeights, type WeightSource } from '@/lib/interop/weights/weight-source';
import type { KerasLayer, KerasNetwork } from '@/lib/interop/keras/network';

export interface BuiltDesign {
  /** Its layers have no places yet. */
  readonly document: Document;
  readonly weights: readonly NamedTensor[];
  readonly opaque: number;
}

interface Placed {
  readonly name: string;
  /** Not a layer of the file: an activation or an input that a layer of the file implies. */
  readonly isImplied: boolean;
  readonly className: string;
  readonly type: string;
  readonly params: Params;
  readonly inputs: readonly string[];
}

/** A Keras network as a design: each layer, or chain of them, as one of ours, and what is none as an opaque one. */
export function buildDesign(
  network: KerasNetwork,
  { notes, source, fallbackName }: { notes: ImportNotes; source: WeightSource | null; fallbackName: string },
): BuiltDesign {
  const scene: MatchScene = { version: network.version, onlyConsumer: onlyConsumers(network) };
  const types = new Map<string, TensorType>();
  /** A layer that changes nothing, or stands in a chain → what stands for its output. */
  const stands = new Map<string, string>();
  const done = new Set<string>();
  const placed: Placed[] = [];
  const found: { readonly name: string; readonly match: Match }[] = [];
  let opaque = 0;

  for (const original of network.layers) {
    if (done.has(original.name)) continue;
    const { layer, assumed } = withSizes(original);
    if (assumed) notes.add({ code: 'assumed/size', values: { layer: layer.name, shape: assumed } });
    const inputs = layer.inputs.map((name) => stands.get(name) ?? name);
    const inputTypes = inputs.map((name) => types.get(name) ?? tensorType(1));
    const isDoubled = new Set(inputs).size < inputs.length;
    const match = isDoubled ? 'inputs' : matchLayer(layer, inputTypes, scene);
    if (typeof match !== 'string') placeMatch(match, inputs);
    else if (isIdentity(layer) && inputs[0] !== undefined) {
      stands.set(layer.name, inputs[0]);
      notes.listed('left-out/identity', layer.name);
    } else placeOpaque(layer, [...new Set(inputs)], inputTypes[0]?.shape ?? null);
    if (typeof match === 'string' && !isIdentity(layer)) notes.opaque(layer.name, layer.className, match);
  }

  const ids = idsFor(placed.map(({ name }) => name));
  const document = toDocument(network, { placed, ids, stands, fallbackName });
  return { document, weights: collectWeights(), opaque };

  function placeMatch(match: Match, inputs: readonly string[]): void {
    const last = match.chain.at(-1);
    if (last === undefined) return;
    for (const { name } of match.chain) {
      done.add(name);
      if (name !== last.name) stands.set(name, last.name);
    }
    for (const option of match.leftOut) notes.leftOut(option, last.name);
    types.set(last.name, match.site.output);
    found.push({ name: last.name, match });
    placed.push({
      ...last,
      isImplied: last.place.path === '',
      type: match.definition.type,
      params: match.params,
      inputs,
    });
  }

  function placeOpaque(layer: KerasLayer, inputs: readonly string[], input: Shape | null): void {
    opaque += 1;
    const declared = closed(layer.declared, input);
    const shape = declared ?? (input && estimateShape(layer.className, layer.config, input)) ?? input ?? [1];
    if (declared === null) {
      notes.add({ code: 'assumed/shape', values: { layer: layer.name, className: layer.className, shape } });
    }
    const tensors = source?.tensorsOf(layer) ?? [];
    const parameters = tensors.reduce((total, tensor) => total + tensor.shape.reduce((a, b) => a * b, 1), 0);
    if (tensors.length > 0) notes.listed('left-out/weights', layer.name);
    types.set(layer.name, tensorType(...shape));
    placed.push({
      ...layer,
      isImplied: false,
      type: OPAQUE_TYPE,
      params: opaqueParams(layer, shape, parameters),
      inputs,
    });
  }

  function collectWeights(): readonly NamedTensor[] {
    if (source === null) return [];
    return found.flatMap(({ name, match }) => {
      const wanted = match.definition.weights(match.site);
      const tensors = match.chain.flatMap((layer) => source.tensorsOf(layer));
      const named = namedWeights(ids.get(name) ?? name, wanted, tensors);
      if (named === null) notes.listed('left-out/weights', name);
      return named ?? [];
    });
  }
}

/** What takes each layer's output, where a single layer does and the network itself does not. */
function onlyConsumers({ layers, outputs }: KerasNetwork): (layer: KerasLayer) => KerasLayer | null {
  const consumers = new Map<string, KerasLayer | null>(outputs.map((name) => [name, null]));
  for (const layer of layers) {
    for (const name of new Set(layer.inputs)) consumers.set(name, consumers.has(name) ? null : layer);
  }
  return ({ name }) => consumers.get(name) ?? null;
}

function isIdentity({ className, config, inputs }: KerasLayer): boolean {
  const isPassing = className === 'Identity' || (className === 'Activation' && config.activation === 'linear');
  return isPassing && inputs.length === 1;
}

/** The declared shape, its open sizes those of the input where that has as many; null where it leaves one open. */
function closed(declared: KerasLayer['declared'], input: Shape | null): Shape | null {
  if (declared === null || declared.length === 0) return null;
  const sizes = declared.map(
    (size, axis) => size ?? (input?.length === declared.length ? (input[axis] ?? null) : null),
  );
  return sizes.every((size) => size !== null) ? sizes : null;
}

function toDocument(
  network: KerasNetwork,
  made: {
    readonly placed: readonly Placed[];
    readonly ids: ReadonlyMap<string, string>;
    readonly stands: ReadonlyMap<string, string>;
    readonly fallbackName: string;
  },
): Document {
  const { placed, ids, stands, fallbackName } = made;
  const idOf = (name: string) => ids.get(stands.get(name) ?? name) ?? name;
  const empty = createDocument(plainName(network.name === '' ? fallbackName : network.name));
  const nodes = placed.map(({ name, className, type, params, isImplied }): [string, DocumentNode] => {
    const [id, title] = [idOf(name), isImplied ? null : titleFor(name, type, type === OPAQUE_TYPE ? '' : className)];
    return [id, { id, type, ...(title === null ? {} : { title }), params, position: { x: 0, y: 0 } }];
  });
  let count = 0;
  const edges = placed.flatMap(({ name, inputs }) =>
    inputs.map((input, slot): [string, DocumentEdge] => {
      const id = `edge_${(count += 1)}`;
      return [id, { id, source: idOf(input), target: idOf(name), slot }];
    }),
  );
  const document: Document = {
    ...empty,
    nodes: Object.fromEntries(nodes),
    edges: Object.fromEntries(edges),
    training: { ...empty.training, dataset: NO_DATASET },
  };
  return { ...document, outputs: outputsOf(document, [...new Set(network.outputs.map(idOf))]) };
}

/** Named only where it does not go without saying: one end, and that the output. */
function outputsOf(document: Document, outputs: readonly string[]): readonly string[] {
  const sources = new Set(Object.values(document.edges).map(({ source }) => source));
  const ends = Object.keys(document.nodes).filter((id) => !sources.has(id));
  return ends.length === 1 && outputs.length === 1 && ends[0] === outputs[0] ? [] : outputs;
}
