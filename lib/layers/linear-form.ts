import { finished, type Steps } from '@/lib/core/steps';
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
  return finished(linearFormSteps(arithmetic, weight));
}

/** Terms of a sum that are multiplied out in one step. */
const TERMS_PER_STEP = 512;

/** As `linearForm`, a few hundred terms at a step: a dense layer behind a flatten sums up tens of thousands of products. */
export function* linearFormSteps(arithmetic: Arithmetic, weight: Leaves['weight']): Steps<LinearForm | null> {
  const leaves: Leaves = { input: () => Number.NaN, weight };
  // Grown in place: they are many.
  const terms: LinearTerm[] = [];
  let constant = 0;

  /** Adds so many times this; false: it is no weighted sum. */
  function add(of: Arithmetic, times: number): boolean {
    switch (of.op) {
      case 'input':
        terms.push({ input: of.input, cell: of.cell, factor: times });
        return true;
      case 'sum':
        return of.terms.every((term) => add(term, times));
      case 'product':
        return addProduct(of.terms, times);
      case 'negate':
        return add(of.of, -times);
      case 'quotient':
        return !readsInput(of.divisor) && add(of.dividend, times / evaluate(of.divisor, leaves));
      default:
        if (readsInput(of)) return false;
        constant += times * evaluate(of, leaves);
        return true;
    }
  }

  /** At most one factor may hold inputs. */
  function addProduct(factors: readonly Arithmetic[], times: number): boolean {
    let known = times;
    let open: Arithmetic | null = null;
    for (const factor of factors) {
      if (!readsInput(factor)) known *= evaluate(factor, leaves);
      else if (open === null) open = factor;
      else return false;
    }
    if (open !== null) return add(open, known);
    constant += known;
    return true;
  }

  for (const [at, part] of (arithmetic.op === 'sum' ? arithmetic.terms : [arithmetic]).entries()) {
    if (at > 0 && at % TERMS_PER_STEP === 0) yield;
    if (!add(part, 1)) return null;
  }
  return { terms, constant };
}

function readsInput(arithmetic: Arithmetic): boolean {
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
