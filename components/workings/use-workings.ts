import { useCallback, useMemo, useState } from 'react';
import { elementCount } from '@/lib/core/tensor-type';
import { cellOf } from '@/lib/layers/cells';
import { startingNumbers, workCell, workedOutput, type WorkedNumbers } from '@/lib/analysis/workings/worked-layer';
import type { WorkedSite } from '@/lib/analysis/workings/worked-site';
import type { Working } from '@/lib/analysis/workings/work-out';
import { useLocale } from '@/components/ui/use-messages';

export interface Workings {
  readonly numbers: WorkedNumbers;
  readonly output: readonly number[];
  /** The position of the output number that is worked out. */
  readonly picked: number;
  readonly cell: readonly number[];
  readonly working: Working;
  readonly format: (value: number) => string;
  pick(position: number): void;
  changeInput(input: number, position: number, value: number): void;
  changeWeight(name: string, position: number, value: number): void;
  reset(): void;
}

/** A layer at work: the numbers of its tables, as people change them, and one output number after another worked out. */
export function useWorkings(worked: WorkedSite): Workings {
  const format = useNumberFormat();
  const [numbers, setNumbers] = useState(() => startingNumbers(worked));
  const [picked, setPicked] = useState(0);
  const output = useMemo(() => workedOutput(worked, numbers), [worked, numbers]);
  const { shape } = worked.site.output;
  const cell = useMemo(() => cellOf(shape, picked), [shape, picked]);
  const working = useMemo(() => workCell(worked, numbers, { cell, format }), [worked, numbers, cell, format]);
  const count = elementCount(shape);
  return {
    numbers,
    output,
    picked,
    cell,
    working,
    format,
    pick: useCallback((position) => setPicked((position + count) % count), [count]),
    changeInput: (input, position, value) =>
      setNumbers(({ inputs, weights }) => ({
        inputs: inputs.map((values, index) => (index === input ? replaced(values, position, value) : values)),
        weights,
      })),
    changeWeight: (name, position, value) =>
      setNumbers(({ inputs, weights }) => ({
        inputs,
        weights: { ...weights, [name]: replaced(weights[name] ?? [], position, value) },
      })),
    reset: () => setNumbers(startingNumbers(worked)),
  };
}

function replaced(values: readonly number[], position: number, value: number): readonly number[] {
  return values.map((old, index) => (index === position ? value : old));
}

/** Three decimals are enough to follow, and two digits of what is smaller; a real minus sign, so that it is no hyphen. */
function useNumberFormat(): (value: number) => string {
  const locale = useLocale();
  return useMemo(() => {
    const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
    const small = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2, notation: 'scientific' });
    const isSmall = (value: number) => value !== 0 && Math.abs(value) < 0.0005;
    return (value) => (isSmall(value) ? small : plain).format(value === 0 ? 0 : value).replace('-', '−');
  }, [locale]);
}
