import { movePen, type Pen } from '@/components/training/move-pen';
import { readNumber } from '@/components/training/read-number';

describe('reading a typed number', () => {
  const bounds = { min: 0, max: 10, whole: false };

  test.each([
    ['2.5', 2.5],
    [' 2,5 ', 2.5],
    ['1e-7', 1e-7],
    ['10', 10],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text, bounds)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'not-a-number'],
    ['ten', 'not-a-number'],
    ['1e999', 'not-a-number'],
    ['-0.1', 'out-of-range'],
    ['10.01', 'out-of-range'],
  ])('%j is refused: %s', (text, error) => {
    expect(readNumber(text, bounds)).toEqual({ ok: false, error });
  });

  test('a fraction is refused where a whole number is wanted', () => {
    expect(readNumber('2.5', { ...bounds, whole: true })).toEqual({ ok: false, error: 'not-whole' });
  });
});

describe('the pen that the keyboard moves', () => {
  const pen: Pen = { at: { x: 0.5, y: 0.5 }, isDown: false };

  test('goes one pixel of a digit with each arrow key, and keeps being up or down', () => {
    expect(movePen({ ...pen, isDown: true }, 'ArrowRight')).toEqual({
      kind: 'move',
      pen: { at: { x: 0.5 + 1 / 28, y: 0.5 }, isDown: true },
    });
  });

  test('stays on the sheet', () => {
    expect(movePen({ ...pen, at: { x: 0, y: 0 } }, 'ArrowUp')?.pen.at).toEqual({ x: 0, y: 0 });
  });

  test('goes down and up with the space bar', () => {
    const down = movePen(pen, ' ');
    expect(down).toEqual({ kind: 'down', pen: { ...pen, isDown: true } });
    expect(movePen(down?.pen ?? pen, ' ')?.kind).toBe('up');
  });

  test('is lifted when the sheet is cleared, and leaves other keys alone', () => {
    expect(movePen({ ...pen, isDown: true }, 'Delete')).toEqual({ kind: 'clear', pen });
    expect(movePen(pen, 'a')).toBeNull();
  });
});
