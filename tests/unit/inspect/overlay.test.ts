import { layOver } from '@/lib/inspect/overlay';

const map = (rows: number, ...values: readonly number[]) => ({
  rows,
  columns: values.length / rows,
  values: Float32Array.from(values),
});

describe('a map laid over its picture', () => {
  it('has each cell where the centre of its receptive field is: a 3 × 3 window without border starts at the second pixel', () => {
    const over = layOver(map(1, 10, 20, 30), { start: [0.5, 1.5], jump: [1, 1] }, [1, 5]);
    expect([...over]).toEqual([Number.NaN, 10, 20, 30, Number.NaN]);
  });

  it('is bilinear between the centres, and flat half a cell beyond the outermost', () => {
    // Behind a 2 × 2 pooling the centres are at 1 and 3; the pixels' at 0.5, 1.5, 2.5 and 3.5.
    const over = layOver(map(2, 0, 4, 8, 12), { start: [1, 1], jump: [2, 2] }, [4, 4]);
    const row = (at: number) => [...over.subarray(4 * at, 4 * at + 4)];
    expect(row(0)).toEqual([0, 1, 3, 4]);
    expect(row(1)).toEqual([2, 3, 5, 6]);
    expect(row(3)).toEqual([8, 9, 11, 12]);
  });

  it('covers everything where one cell sees everything', () => {
    const over = layOver(map(1, 7), { start: [1, 1.5], jump: [0, 0] }, [2, 3]);
    expect([...over]).toEqual([7, 7, 7, 7, 7, 7]);
  });
});
