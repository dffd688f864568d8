import type { ParamValue } from '@/lib/core/problem';
import { createDocument } from '@/lib/document/create-document';
import type { Document, DocumentEdge, DocumentNode } from '@/lib/document/document';
import { NO_DATASET } from '@/lib/document/training-settings';
import { buildVgg } from '@/lib/document/templates/vgg';
import { defaultParams, type Params } from '@/lib/layers/fields';
import { layerDefinition } from '@/lib/layers/registry';

export interface Subject {
  readonly name: string;
  readonly document: Document;
  /** The layer near the input and its parameter that are edited, back and forth: everything behind it changes. */
  readonly edit: { readonly node: string; readonly param: string; readonly values: readonly [ParamValue, ParamValue] };
  /** Milliseconds from the edit to the new diagnostics that the product aims at. */
  readonly aim: number;
}

export function subjects(): readonly Subject[] {
  const vgg = { node: 'conv2d_1', param: 'filters', values: [60, 64] } as const;
  const residual = {
    node: 'conv2d_1',
    param: 'kernelSize',
    values: [
      [3, 3],
      [5, 5],
    ],
  } as const;
  return [
    { name: 'VGG-16', document: buildVgg('VGG-16'), edit: vgg, aim: 1 },
    { name: '1,000 layers', document: residualChain(1000), edit: residual, aim: 5 },
    { name: '10,000 layers', document: residualChain(10_000), edit: residual, aim: 50 },
  ];
}

type Draw = (type: string, params: Params, ...inputs: readonly string[]) => string;

/** Residual blocks of two convolutions with batch normalization, ReLU and a shortcut, one behind another. */
export function residualChain(layers: number): Document {
  const nodes: Record<string, DocumentNode> = {};
  const edges: Record<string, DocumentEdge> = {};
  const used = new Map<string, number>();
  let drawn = 0;
  const next = (stem: string) => {
    used.set(stem, (used.get(stem) ?? 0) + 1);
    return `${stem}_${used.get(stem) ?? 1}`;
  };
  // Nodes and edges directly: a command for each would take minutes for thousands of layers.
  const draw: Draw = (type, params, ...inputs) => {
    const id = next(type);
    const position = { x: 0, y: 120 * drawn };
    drawn += 1;
    nodes[id] = {
      id,
      type,
      params: { ...defaultParams(layerDefinition(type)?.fields ?? {}), ...params } as Params,
      position,
    };
    for (const [slot, source] of inputs.entries()) {
      const edge = next('edge');
      edges[edge] = { id: edge, source, target: id, slot };
    }
    return id;
  };
  const same = { filters: 8, padding: 'same' };
  let last = draw('conv2d', same, draw('input', { shape: [32, 32, 8] }));
  const tail = 3;
  for (let count = 2; count + BLOCK + tail <= layers; count += BLOCK) last = addBlock(draw, last);
  draw('softmax', {}, draw('dense', { units: 10 }, draw('global_avg_pool2d', {}, last)));
  const document = createDocument(`${layers} layers`);
  return { ...document, nodes, edges, training: { ...document.training, dataset: NO_DATASET } };
}

/** Layers that `addBlock` adds. */
const BLOCK = 7;

function addBlock(draw: Draw, from: string): string {
  const same = { filters: 8, padding: 'same' };
  const first = draw('relu', {}, draw('batch_norm', {}, draw('conv2d', same, from)));
  const second = draw('batch_norm', {}, draw('conv2d', same, first));
  return draw('relu', {}, draw('add', {}, second, from));
}
