import { EXPLORED_DELTA, lossAt, type ExploredLoss } from '@/lib/training/loss-explorer';

/** A loss with the numbers of a point in the place of its letters: "L = −ln p = −ln 0.02 = 3.912". */
export function filledFormula(
  loss: ExploredLoss,
  { p, y }: { readonly p: number; readonly y: number },
  format: (value: number) => string,
): string {
  const [prediction, truth, value] = [format(p), format(y), format(lossAt(loss, p, y))];
  switch (loss) {
    case 'binary-cross-entropy':
      return y === 1 ? `L = −ln p = −ln ${prediction} = ${value}` : `L = −ln(1 − p) = −ln ${format(1 - p)} = ${value}`;
    case 'mean-squared-error':
      return `L = (p − y)² = (${prediction} − ${truth})² = ${value}`;
    case 'mean-absolute-error':
      return `L = |p − y| = |${prediction} − ${truth}| = ${value}`;
    case 'huber': {
      const [error, delta] = [Math.abs(p - y), format(EXPLORED_DELTA)];
      return error <= EXPLORED_DELTA
        ? `L = (p − y)² / 2 = ${format(error)}² / 2 = ${value}`
        : `L = δ · (|p − y| − δ / 2) = ${delta} · (${format(error)} − ${format(EXPLORED_DELTA / 2)}) = ${value}`;
    }
    case 'hinge':
      return `L = max(0, 1 − (2y − 1)(2p − 1)) = max(0, 1 − (${format(2 * y - 1)}) · (${format(2 * p - 1)})) = ${value}`;
  }
}
