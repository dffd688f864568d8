import { gridLayout } from '@/lib/inspect/grid-layout';
import { pairLayouts } from '@/lib/inspect/pair-layout';

const room = { width: 300, height: 260 };

describe('two layers side by side', () => {
  test('maps of both are equally large where one has more of them, and all of them stay in the room', () => {
    const [a, b] = pairLayouts(
      [
        [10, 10, 16],
        [10, 10, 60],
      ],
      room,
      null,
    );
    expect(b?.cell).toEqual(a.cell);
    expect([a.count, b?.count]).toEqual([16, 60]);
    for (const layout of [a, b]) {
      expect((layout?.columns ?? 0) * ((layout?.cell.width ?? 0) + 3) - 3).toBeLessThanOrEqual(room.width);
      expect((layout?.columns ?? 0) * (layout?.rows ?? 0)).toBeGreaterThanOrEqual(layout?.count ?? 0);
      expect(layout?.height).toBeLessThanOrEqual(room.height);
    }
  });

  test('maps of other sides are as large too, each with its own proportions', () => {
    const [a, b] = pairLayouts(
      [
        [28, 28, 6],
        [12, 24, 6],
      ],
      room,
      null,
    );
    expect(Math.max(b?.cell.width ?? 0, b?.cell.height ?? 0)).toBe(a.cell.width);
    expect((b?.cell.width ?? 0) / (b?.cell.height ?? 1)).toBeCloseTo(2, 1);
  });

  test('where the shapes are the same, or a size was asked for, nothing changes', () => {
    const shape = [10, 10, 16] as const;
    expect(pairLayouts([shape, shape], room, null)).toEqual([
      gridLayout(shape, room, null),
      gridLayout(shape, room, null),
    ]);
    expect(pairLayouts([shape, [10, 10, 20]], room, 4)[1]?.cell).toEqual(gridLayout(shape, room, 4).cell);
  });

  test('maps beside a row of numbers, or beside nothing, are laid out alone', () => {
    expect(pairLayouts([[10, 10, 16], [84]], room, null)[1]).toBeNull();
    expect(pairLayouts([[10, 10, 16], null], room, null)[1]).toBeNull();
  });
});
