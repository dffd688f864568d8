import type { Arithmetic } from '@/lib/layers/arithmetic';
import { evaluate, type Leaves } from '@/lib/layers/evaluate';

export interface LinearTerm {
  /** Which of the layer's inputs. */
  readonly input: number;
  readonly cell: readonly number[];
  readonly factor: number;
}

/** A number as a weighted sum of input cells and a constant. A cell may come in several terms. */
export interface LinearForm {
  readonly terms: readonly LinearTerm[];
  readonly constant: number;
}

/**
 * What an output cell is made of where only its inputs are unknown: the weights multiplied out. Null where it is no weighted
 * sum of them (a maximum, a product of two inputs, a row that an input's value names).
 */
export function linearForm(arithmetic: Arithmetic, weight: Leaves['weight']): LinearForm | null {
  const leaves: Leaves = { input: () => Number.NaN, weight };
  const value = (of: Arithmetic) => evaluate(of, leaves);
  const visit = (of: Arithmetic): LinearForm | null => {
    switch (of.op) {
      case 'input':
        return { terms: [{ input: of.input, cell: of.cell, factor: 1 }], constant: 0 };
      case 'weight':
      case 'constant':
        return known(value(of));
      case 'sum':
        return added(of.terms.map(visit));
      case 'product':
        return multiplied(of.terms.map(visit));
      case 'negate':
        return scaled(visit(of.of), -1);
      case 'quotient':
        return readsInput(of.divisor) ? null : scaled(visit(of.dividend), 1 / value(of.divisor));
      default:
        return readsInput(of) ? null : known(value(of));
    }
  };
  return visit(arithmetic);
}

/** Whether any input has a part in it. */
export function readsInput(arithmetic: Arithmetic): boolean {
  switch (arithmetic.op) {
    case 'input':
      return true;
    case 'weight':
    case 'constant':
      return false;
    case 'sum':
    case 'product':
    case 'maximum':
    case 'minimum':
      return arithmetic.terms.some(readsInput);
    case 'lookup':
      return readsInput(arithmetic.row);
    case 'quotient':
      return readsInput(arithmetic.dividend) || readsInput(arithmetic.divisor);
    case 'power':
      return readsInput(arithmetic.base);
    default:
      return readsInput(arithmetic.of);
  }
}

function known(constant: number): LinearForm {
  return { terms: [], constant };
}

function added(forms: readonly (LinearForm | null)[]): LinearForm | null {
  const terms: LinearTerm[] = [];
  let constant = 0;
  for (const form of forms) {
    if (form === null) return null;
    for (const term of form.terms) terms.push(term);
    constant += form.constant;
  }
  return { terms, constant };
}

/** At most one factor may hold inputs. */
function multiplied(forms: readonly (LinearForm | null)[]): LinearForm | null {
  let product: LinearForm | null = known(1);
  for (const form of forms) {
    if (form === null || product === null) return null;
    if (form.terms.length > 0 && product.terms.length > 0) return null;
    product = form.terms.length > 0 ? scaled(form, product.constant) : scaled(product, form.constant);
  }
  return product;
}

function scaled(form: LinearForm | null, by: number): LinearForm | null {
  if (form === null || by === 1) return form;
  const terms = form.terms.map((term) => ({ ...term, factor: term.factor * by }));
  return { terms, constant: form.constant * by };
}
