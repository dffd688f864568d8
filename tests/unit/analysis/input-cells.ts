import type { Arithmetic } from '@/lib/layers/arithmetic';

/** Every cell of an input that an output cell is worked out from. */
export function inputCells(node: Arithmetic, found: (input: number, cell: readonly number[]) => void): void {
  switch (node.op) {
    case 'input':
      return found(node.input, node.cell);
    case 'sum':
    case 'product':
    case 'maximum':
    case 'minimum':
      return node.terms.forEach((term) => inputCells(term, found));
    case 'quotient':
      inputCells(node.dividend, found);
      return inputCells(node.divisor, found);
    case 'power':
      return inputCells(node.base, found);
    case 'lookup':
      return inputCells(node.row, found);
    case 'weight':
    case 'constant':
      return;
    default:
      return inputCells(node.of, found);
  }
}
