import { applyCommand } from '@/lib/document/apply-command';
import { createDocument } from '@/lib/document/create-document';
import type { Document } from '@/lib/document/document';
import { incomingEdges } from '@/lib/document/graph';
import { below, layered } from '@/lib/document/layout';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import { buildVgg } from '@/lib/document/templates/vgg';

function positionOf(document: Document, id: string) {
  const node = document.nodes[id];
  if (node === undefined) throw new Error(`there is no ${id}`);
  return node.position;
}

function insertBefore(document: Document, target: string): Document {
  const edge = incomingEdges(document, target)[0]?.id ?? '';
  return applyCommand(document, { kind: 'insert-on-edge', edge, type: 'dropout' });
}

describe('making room for a layer', () => {
  it('moves the rest of the column down and leaves the next column where it is', () => {
    const before = buildVgg('VGG-11');
    const rest = Object.values(before.nodes);
    const after = insertBefore(before, 'conv2d_2');
    const { x, y } = positionOf(before, 'conv2d_2');
    expect(positionOf(after, 'dropout_3')).toEqual({ x, y });
    expect(positionOf(after, 'conv2d_2')).toEqual(below({ x, y }));
    const otherColumns = rest.filter(({ position }) => position.x !== x);
    expect(otherColumns.length).toBeGreaterThan(5);
    for (const { id, position } of otherColumns) expect(positionOf(after, id)).toEqual(position);
  });

  it('leaves everything where it is when there is room already', () => {
    const before = applyCommand(buildVgg('VGG-11'), {
      kind: 'move',
      positions: { input_1: { x: 0, y: -600 } },
    });
    const after = insertBefore(before, 'conv2d_1');
    const middle = { x: positionOf(before, 'conv2d_1').x / 2, y: (positionOf(before, 'conv2d_1').y - 600) / 2 };
    expect(positionOf(after, 'dropout_3')).toEqual(middle);
    for (const id of Object.keys(before.nodes)) expect(positionOf(after, id)).toEqual(positionOf(before, id));
  });
});

describe('laying out', () => {
  it('puts every layer of a column below its inputs', () => {
    const document = buildTinyResnet();
    const columns = new Set(Object.values(document.nodes).map(({ position }) => position.x));
    for (const { source, target } of Object.values(document.edges)) {
      const [from, to] = [positionOf(document, source), positionOf(document, target)];
      if (to.x === from.x) expect(to.y).toBeGreaterThan(from.y);
    }
    expect(columns.size).toBeGreaterThan(1);
  });

  it('lines up layers without a place under those that have one', () => {
    const document = buildTinyResnet();
    const floor = Math.max(...Object.values(document.nodes).map(({ position }) => position.y));
    const positions = layered(document, ['relu_1', 'relu_2']);
    expect(Object.keys(positions)).toEqual(['relu_1', 'relu_2']);
    for (const { y } of Object.values(positions)) expect(y).toBeGreaterThan(floor - 1);
  });

  it('ends also where layers go round in a circle', () => {
    const document = [
      { kind: 'add-layer', type: 'relu' },
      { kind: 'add-layer', type: 'tanh', after: 'relu_1' },
      { kind: 'connect', source: 'tanh_1', target: 'relu_1' },
    ].reduce(
      (drawn, command) => applyCommand(drawn, command as Parameters<typeof applyCommand>[1]),
      createDocument('x'),
    );
    expect(Object.keys(layered(document, ['relu_1', 'tanh_1']))).toHaveLength(2);
  });
});
