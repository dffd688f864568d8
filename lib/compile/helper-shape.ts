import type { Shape } from '@/lib/core/tensor-type';
import type { KerasCall } from '@/lib/layers/definition';

/**
 * The output shape of a call that stands before a layer's main one. A definition states its own output only; between its
 * calls the one thing that changes a shape is zero padding, `[[top, bottom], [left, right]]`.
 */
export function helperShape({ callee, args }: KerasCall, input: Shape): Shape {
  if (callee !== 'ZeroPadding2D') return input;
  const [rows, columns] = Array.isArray(args.padding) ? (args.padding as readonly unknown[]) : [];
  const [height = 0, width = 0, ...rest] = input;
  return [height + total(rows), width + total(columns), ...rest];
}

function total(borders: unknown): number {
  if (!Array.isArray(borders)) return 0;
  return borders.reduce((sum: number, border: unknown) => sum + (typeof border === 'number' ? border : 0), 0);
}
