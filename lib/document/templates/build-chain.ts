import type { NodeId } from '@/lib/core/ids';
import type { ParamValue } from '@/lib/core/problem';
import type { LAYERS, LayerType } from '@/lib/layers/registry';
import { applyCommand } from '@/lib/document/apply-command';
import type { Command } from '@/lib/document/command';
import { createDocument } from '@/lib/document/create-document';
import { NO_DATASET, type Document } from '@/lib/document/document';
import { addedNodes } from '@/lib/document/graph';
import { layered } from '@/lib/document/layout';

/** Parameters that a layer of this type has; what is left out keeps its default. */
type ParamsFor<T extends LayerType> = { readonly [K in keyof (typeof LAYERS)[T]['fields']]?: ParamValue };

/** Builds a design layer by layer with the commands that people's own gestures become. */
export interface Builder {
  /** Adds a layer behind these; returns its id. */
  add<T extends LayerType>(type: T, params?: ParamsFor<T>, ...inputs: readonly NodeId[]): NodeId;
  apply(command: Command): void;
  /** The design so far, laid out. */
  build(): Document;
}

export function createBuilder(name: string): Builder {
  let document = createDocument(name);
  const apply = (command: Command) => {
    document = applyCommand(document, command);
  };
  return {
    apply,
    add(type, params = {}, ...inputs) {
      const before = document;
      apply({ kind: 'add-layer', type, params: definedParams(params) });
      const [id] = addedNodes(before, document);
      if (id === undefined) throw new Error(`the registry has no layer type ${type}`);
      for (const source of inputs) apply({ kind: 'connect', source, target: id });
      return id;
    },
    build() {
      apply({ kind: 'move', positions: layered(document, Object.keys(document.nodes)) });
      return document;
    },
  };
}

/** One layer of a chain: its type, its parameters. */
export type Link = { readonly [T in LayerType]: readonly [type: T, params?: ParamsFor<T>] }[LayerType];

/** Layers one behind another; each may be given as several that belong together. */
export function buildChain(name: string, links: readonly Link[]): Document {
  const builder = createBuilder(name);
  addChain(builder, links);
  return builder.build();
}

/** Adds a chain behind `from`, or at the start; returns its last layer. */
export function addChain(builder: Builder, links: readonly Link[], from?: NodeId): NodeId {
  const last = links.reduce<NodeId | undefined>(
    (before, [type, params]) => builder.add(type, params, ...(before === undefined ? [] : [before])),
    from,
  );
  if (last === undefined) throw new Error('a chain has at least one layer');
  return last;
}

/** The end of AlexNet (2012), which VGG (2015) kept: two wide dense layers with dropout, a score per class of ImageNet. */
export const IMAGENET_CLASSIFIER: readonly Link[] = [
  ['flatten'],
  ['dense', { units: 4096 }],
  ['relu'],
  ['dropout'],
  ['dense', { units: 4096 }],
  ['relu'],
  ['dropout'],
  ['dense', { units: 1000 }],
  ['softmax'],
];

/** The networks for ImageNet have no data set here: nothing to check them against, and nothing to train them on. */
export function withoutDataset(document: Document): Document {
  return applyCommand(document, { kind: 'set-training', settings: { dataset: NO_DATASET } });
}

function definedParams(params: Readonly<Record<string, ParamValue | undefined>>): Readonly<Record<string, ParamValue>> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
