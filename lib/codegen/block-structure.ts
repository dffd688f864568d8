import type { BlockId, NodeId } from '@/lib/core/ids';
import type { ModelPlan, PlanLayer } from '@/lib/compile/plan';
import { blockOf, definitionOf, documentId, inputIndexOf, repeatOf } from '@/lib/document/blocks';
import type { Document, DocumentEdge } from '@/lib/document/document';
import { DESIGN, expandBlocks, type Frame } from '@/lib/document/expand-blocks';

/** What one scope of the design computes: the design itself, or one repetition of one use of a block. */
export interface Part {
  readonly frame: Frame;
  readonly block: BlockId | null;
  /** Each behind everything it takes. */
  readonly steps: readonly Step[];
  /** Which of the block's functions it is: uses of one block that lower alike share one. */
  readonly variant: string;
}

export type Step =
  | { readonly kind: 'layer'; readonly node: NodeId; readonly calls: readonly PlanLayer[] }
  | { readonly kind: 'use'; readonly node: NodeId; readonly repetitions: readonly Part[] };

export interface Structure {
  readonly design: Part;
  /** One per function, what it calls before it. */
  readonly functions: readonly Part[];
  /** Every repetition of every use that computes something. */
  readonly parts: readonly Part[];
}

/**
 * The design as its code is written: as it is drawn, or written out where a function per block could not say it, since an
 * input of the network, or an output that is not the block's, is inside one.
 */
export function writableDesign(plan: ModelPlan, document: Document): Document {
  const { flat, resolve } = expandBlocks(document);
  const isOutside = plan.inputs.every((input) => !input.includes('.'));
  const areGiven = plan.outputs.every((output) => resolve(DESIGN, outputNode(output)) === output);
  return isOutside && areGiven ? document : flat;
}

/** The node of the design itself that gives an output of the network: the layer, or the outermost block around it. */
export function outputNode(output: NodeId): NodeId {
  return output.split('.')[0] ?? output;
}

/** A plan in the blocks that its design is drawn in. */
export function structureOf(plan: ModelPlan, document: Document): Structure {
  const index = indexPlan(plan, document);
  const parts = new Map<string, Part>();
  const functions = new Map<string, Part>();
  for (const frame of [...index.frames].reverse()) {
    const part = partOf(frame, index, parts);
    parts.set(frame.prefix, part);
    if (!functions.has(part.variant)) functions.set(part.variant, part);
  }
  const design = partOf(DESIGN, index, parts);
  return { design, functions: [...functions.values()], parts: [...parts.values()] };
}

interface PlanIndex {
  readonly document: Document;
  /** Those that hold layers of the plan, outer ones first. */
  readonly frames: readonly Frame[];
  /** By prefix, then by node of the document, in the order of the plan. */
  readonly layers: ReadonlyMap<string, ReadonlyMap<NodeId, readonly PlanLayer[]>>;
  readonly incoming: ReadonlyMap<NodeId, readonly DocumentEdge[]>;
}

function indexPlan(plan: ModelPlan, document: Document): PlanIndex {
  const { frames } = expandBlocks(document);
  const byPrefix = new Map(frames.map((frame) => [frame.prefix, frame] as const));
  const layers = new Map<string, Map<NodeId, PlanLayer[]>>();
  const holding = new Set<Frame>();
  for (const layer of plan.layers) {
    const around = layer.node.slice(0, layer.node.length - documentId(layer.node).length);
    const prefix = byPrefix.has(around) ? around : '';
    const own = layer.node.slice(prefix.length);
    const inside = layers.get(prefix) ?? new Map<NodeId, PlanLayer[]>();
    layers.set(prefix, inside);
    inside.set(own, [...(inside.get(own) ?? []), layer]);
    let frame = byPrefix.get(prefix) ?? null;
    for (; frame !== null && frame.use !== null; frame = frame.use.parent) holding.add(frame);
  }
  const incoming = new Map<NodeId, DocumentEdge[]>();
  for (const edge of Object.values(document.edges).sort((a, b) => a.slot - b.slot)) {
    incoming.set(edge.target, [...(incoming.get(edge.target) ?? []), edge]);
  }
  return { document, frames: frames.filter((frame) => holding.has(frame)), layers, incoming };
}

function partOf(frame: Frame, index: PlanIndex, parts: ReadonlyMap<string, Part>): Part {
  const steps = orderedSteps(frame, index, parts);
  const block = frame.use === null ? null : blockOf(frame.use.node);
  return { frame, block, steps, variant: variantOf(block, frame, steps) };
}

function orderedSteps(frame: Frame, index: PlanIndex, parts: ReadonlyMap<string, Part>): readonly Step[] {
  const own = index.layers.get(frame.prefix) ?? new Map<NodeId, readonly PlanLayer[]>();
  const uses = new Map<NodeId, Part[]>();
  for (const inner of index.frames) {
    const part = inner.use?.parent.prefix === frame.prefix ? parts.get(inner.prefix) : undefined;
    const id = inner.use?.node.id ?? '';
    if (part !== undefined) uses.set(id, [...(uses.get(id) ?? []), part]);
  }
  const steps: Step[] = [];
  const done = new Set<NodeId>();
  const visit = (id: NodeId): void => {
    if (done.has(id)) return;
    done.add(id);
    for (const { source } of index.incoming.get(id) ?? []) visit(source);
    const [calls, repetitions] = [own.get(id), uses.get(id)];
    if (calls !== undefined) steps.push({ kind: 'layer', node: id, calls });
    else if (repetitions !== undefined) steps.push({ kind: 'use', node: id, repetitions });
  };
  for (const id of [...own.keys(), ...uses.keys()]) visit(id);
  return steps;
}

/** Everything about a function's text but the numbers in its comments. */
function variantOf(block: BlockId | null, { prefix }: Frame, steps: readonly Step[]): string {
  const own = steps.map((step) =>
    step.kind === 'use'
      ? [step.node, step.repetitions.map(({ variant }) => variant)]
      : [step.node, step.calls.map(({ name, callee, args }) => [name.slice(prefix.length), callee, args])],
  );
  return JSON.stringify([block, own]);
}

/** What stands for a node's output in its scope: a layer or a use that computes something, or an input of the block. */
export function valueAt(document: Document, part: Part, id: NodeId): NodeId {
  const computed = new Set(part.steps.map(({ node }) => node));
  let at = id;
  // A block that only passes its input on computes nothing: what leads to it is meant.
  for (let steps = 0; steps < Object.keys(document.nodes).length; steps += 1) {
    const node = document.nodes[at];
    const block = node === undefined ? null : definitionOf(document, node);
    if (computed.has(at) || block === null) return at;
    const input = inputBehind(document, block.output);
    const edge = Object.values(document.edges).find(({ target, slot }) => target === at && slot === input);
    if (edge === undefined) return at;
    at = edge.source;
  }
  return at;
}

/** Which input of its block a layer that computes nothing passes on. */
function inputBehind(document: Document, output: NodeId | null): number | null {
  let at = output;
  for (let steps = 0; at !== null && steps < Object.keys(document.nodes).length; steps += 1) {
    const node: Document['nodes'][string] | undefined = document.nodes[at];
    if (node === undefined) return null;
    const index = inputIndexOf(node);
    if (index !== null) return index;
    const inner = inputBehind(document, definitionOf(document, node)?.output ?? null);
    const use = at;
    at = Object.values(document.edges).find(({ target, slot }) => target === use && slot === inner)?.source ?? null;
  }
  return null;
}

export function isRepeated({ use }: Frame): boolean {
  return use !== null && repeatOf(use.node) > 1;
}
