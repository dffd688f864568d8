import type { Position } from '@/lib/document/document';
import { nearestRoute, pathOf } from '@/lib/pictures/edge-path';
import { routeEdges, type Route } from '@/lib/pictures/edge-route';
import { COLUMN_GAP, NODE_HEIGHT, NODE_WIDTH, ROW_GAP } from '@/lib/document/node-size';

const PITCH = NODE_HEIGHT + ROW_GAP;

function at(column: number, row: number): Position {
  return { x: column * (NODE_WIDTH + COLUMN_GAP), y: row * PITCH };
}

function cornersInside(route: Route, positions: readonly Position[]): readonly Position[] {
  return positions.filter(({ x, y }) =>
    route.corners.slice(1).some((b, index) => {
      const a = route.corners[index] ?? b;
      const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
      const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
      return right > x && left < x + NODE_WIDTH && bottom > y && top < y + NODE_HEIGHT;
    }),
  );
}

function routeOf(requests: Parameters<typeof routeEdges>[0], positions: readonly Position[], id: string): Route {
  const route = routeEdges(requests, positions).get(id);
  if (route === undefined) throw new Error(`no route for ${id}`);
  return route;
}

describe('routeEdges', () => {
  test('an edge to the layer below is a straight line', () => {
    const route = routeOf([{ id: 'e', source: at(0, 0), target: at(0, 1) }], [at(0, 0), at(0, 1)], 'e');
    expect(route.kind).toBe('direct');
    expect(pathOf(route)).toMatch(/^M[\d.,]+L[\d.,]+$/);
  });

  test.each([
    ['a skip over two layers', at(0, 0), at(0, 3)],
    ['a wrap to the next column', at(0, 3), at(1, 0)],
    ['a way back up', at(0, 3), at(0, 0)],
    ['a skip into the next column', at(0, 0), at(1, 3)],
  ])('%s passes through no layer', (_, source, target) => {
    const positions = [0, 1, 2, 3].flatMap((row) => [at(0, row), at(1, row)]);
    const route = routeOf([{ id: 'e', source, target }], positions, 'e');
    expect(cornersInside(route, positions)).toEqual([]);
  });

  test('two skips side by side take different lanes', () => {
    const positions = [0, 1, 2, 3, 4].map((row) => at(0, row));
    const routes = routeEdges(
      [
        { id: 'a', source: at(0, 0), target: at(0, 3) },
        { id: 'b', source: at(0, 1), target: at(0, 4) },
      ],
      positions,
    );
    const lane = (id: string) => routes.get(id)?.corners[2]?.x;
    expect(lane('a')).toBeDefined();
    expect(lane('a')).not.toBe(lane('b'));
  });

  test('layers dropped on one another still get a line', () => {
    const route = routeOf([{ id: 'e', source: at(0, 0), target: at(0, 0) }], [at(0, 0), at(0, 0)], 'e');
    expect(pathOf(route)).not.toBe('');
  });
});

describe('nearestRoute', () => {
  const routes = routeEdges(
    [
      { id: 'left', source: at(0, 0), target: at(0, 1) },
      { id: 'right', source: at(1, 0), target: at(1, 1) },
    ],
    [at(0, 0), at(0, 1), at(1, 0), at(1, 1)],
  );
  const middle = { x: NODE_WIDTH / 2, y: NODE_HEIGHT + ROW_GAP / 2 };

  test('finds the edge under a point', () => {
    expect(nearestRoute(routes, middle, 20)).toBe('left');
  });

  test('finds none where no edge is within reach', () => {
    expect(nearestRoute(routes, { x: middle.x + 40, y: middle.y }, 20)).toBeNull();
  });
});
