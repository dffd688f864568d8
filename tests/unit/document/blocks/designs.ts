import type { NodeId } from '@/lib/core/ids';
import { applyCommand } from '@/lib/document/apply-command';
import type { Command } from '@/lib/document/command';
import type { Document } from '@/lib/document/document';
import { addChain, createBuilder, type DrawBlock } from '@/lib/document/templates/build-chain';

export function change(document: Document, ...commands: readonly Command[]): Document {
  return commands.reduce(applyCommand, document);
}

/** conv2d and batch normalization with a shortcut around them, and a ReLU. */
export const RESIDUAL: DrawBlock = (inside, input) => {
  const branch = addChain(inside, [['conv2d', { filters: 8, padding: 'same', useBias: false }], ['batch_norm']], input);
  return inside.add('relu', {}, inside.add('add', {}, branch, input));
};

/** An input of 8 channels, a residual block as often as asked, and a classifier. */
export function residualDesign(repeat: number): Document {
  const builder = createBuilder('test');
  const input = builder.add('input', { shape: [16, 16, 8] });
  const block = builder.block('Residual block', RESIDUAL);
  const stage = builder.use(block, { repeat }, input);
  addChain(builder, [['global_avg_pool2d'], ['dense', { units: 10 }], ['softmax']], stage);
  return builder.build();
}

/** A residual block twice in a stage, the stage three times. */
export function nestedDesign(): Document {
  const builder = createBuilder('nested');
  const input = builder.add('input', { shape: [16, 16, 8] });
  const residual = builder.block('Residual block', RESIDUAL);
  const stage = builder.block('Stage', (inside, from): NodeId => {
    const twice = inside.use(residual, { repeat: 2 }, from);
    return inside.add('tanh', {}, twice);
  });
  const end = builder.use(stage, { repeat: 3 }, input);
  addChain(builder, [['global_avg_pool2d'], ['dense', { units: 10 }], ['softmax']], end);
  return builder.build();
}

/** The document without what says where things are drawn, and without the order of its parts. */
export function content(document: Document): unknown {
  const sorted = <T extends { readonly id: string }>(values: readonly T[]) =>
    [...values].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    nodes: sorted(Object.values(document.nodes)).map(({ position: _, ...node }) => node),
    edges: sorted(Object.values(document.edges))
      .map(({ id: _, ...edge }) => edge)
      .map((edge) => JSON.stringify(edge))
      .sort(),
    blocks: document.blocks,
    outputs: document.outputs,
  };
}
