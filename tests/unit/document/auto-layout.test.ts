import type { Document, DocumentEdge, DocumentNode, Position } from '@/lib/document/document';
import { autoLayout } from '@/lib/document/auto-layout';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';

function design(count: number, pairs: readonly (readonly [number, number])[]): Document {
  const nodes = Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, DocumentNode] => [
      `n${index}`,
      { id: `n${index}`, type: 'relu', params: {}, position: { x: 0, y: 0 } },
    ]),
  );
  const edges = Object.fromEntries(
    pairs.map(([source, target], index): [string, DocumentEdge] => [
      `e${index}`,
      { id: `e${index}`, source: `n${source}`, target: `n${target}`, slot: index },
    ]),
  );
  return { nodes, edges } as Document;
}

function chain(count: number): Document {
  return design(
    count,
    Array.from({ length: count - 1 }, (_, index) => [index, index + 1] as const),
  );
}

function overlaps(positions: Readonly<Record<string, Position>>): readonly string[] {
  const all = Object.entries(positions);
  return all.flatMap(([a, p], index) =>
    all
      .slice(index + 1)
      .filter(([, q]) => Math.abs(p.x - q.x) < NODE_WIDTH && Math.abs(p.y - q.y) < NODE_HEIGHT)
      .map(([b]) => `${a}/${b}`),
  );
}

function extent(positions: Readonly<Record<string, Position>>): { width: number; height: number } {
  const all = Object.values(positions);
  return {
    width: Math.max(...all.map(({ x }) => x)) - Math.min(...all.map(({ x }) => x)) + NODE_WIDTH,
    height: Math.max(...all.map(({ y }) => y)) - Math.min(...all.map(({ y }) => y)) + NODE_HEIGHT,
  };
}

const resnet = design(12, [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 4],
  [1, 4],
  [4, 5],
  [5, 6],
  [6, 7],
  [5, 7],
  [7, 8],
  [8, 9],
  [9, 10],
  [10, 11],
]);
const fan = design(
  9,
  [1, 2, 3, 4, 5, 6, 7].flatMap((branch) => [[0, branch] as const, [branch, 8] as const]),
);
const cycle = design(3, [
  [0, 1],
  [1, 2],
  [2, 0],
]);

describe('autoLayout', () => {
  test.each([
    ['an empty design', design(0, [])],
    ['a single layer', design(1, [])],
    ['a chain of 12', chain(12)],
    ['a chain of 47', chain(47)],
    ['a chain of 500', chain(500)],
    ['a network with skips', resnet],
    ['a fan of seven branches', fan],
    ['a cycle', cycle],
    ['layers without edges', design(7, [])],
  ])('places every layer of %s without overlaps', async (_, document) => {
    const positions = await autoLayout(document);
    expect(Object.keys(positions).sort()).toEqual(Object.keys(document.nodes).sort());
    expect(overlaps(positions)).toEqual([]);
  });

  test('thousands of layers in a row, more than a call stack holds, have places of their own', async () => {
    const positions = Object.values(await autoLayout(chain(12_000)));
    expect(new Set(positions.map(({ x, y }) => `${x} ${y}`)).size).toBe(12_000);
  });

  test('a short chain is one column, in order from top to bottom', async () => {
    const positions = Object.values(await autoLayout(chain(5)));
    expect(new Set(positions.map(({ x }) => x)).size).toBe(1);
    expect(positions.map(({ y }) => y)).toEqual(positions.map(({ y }) => y).sort((a, b) => a - b));
  });

  test('a chain of 47 layers is folded into columns that fill a window', async () => {
    const { width, height } = extent(await autoLayout(chain(47)));
    expect(width / height).toBeGreaterThan(1.1);
    expect(width / height).toBeLessThan(2);
    expect(height).toBeLessThan(1100);
  });

  test('a column never ends inside a skip connection', async () => {
    const positions = await autoLayout(resnet);
    for (const [from, to] of [
      ['n1', 'n4'],
      ['n5', 'n7'],
    ] as const) {
      expect(positions[from]?.y).toBeLessThan(positions[to]?.y ?? 0);
    }
  });
});
