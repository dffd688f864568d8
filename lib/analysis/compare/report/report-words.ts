import type { TotalFigure } from '@/lib/analysis/compare/figures';

/** The sentences that reports are made of, in one language; `compareMessages` has them. */
export interface ReportWords {
  readonly heading: (names: string) => string;
  readonly ratios: (
    name: string,
    first: string,
    ratios: { readonly params: number | null; readonly macs: number | null },
  ) => string;
  readonly conventionsTitle: string;
  readonly conventions: (batch: number, optimizer: string) => readonly string[];
  readonly unknown: string;
  readonly none: string;
  readonly whole: string;
  readonly errors: string;
  readonly notCounted: string;
  readonly views: { readonly totals: string; readonly layers: string };
  readonly totals: Readonly<Record<TotalFigure | 'figure' | 'outputs' | 'field', string>>;
  readonly kinds: Readonly<Record<'same' | 'figures' | 'changed' | 'only', string>>;
  readonly states: Readonly<Record<'first' | 'same' | 'figures' | 'changed' | 'only' | 'missing', string>>;
  readonly table: Readonly<
    Record<
      | 'row'
      | 'difference'
      | 'design'
      | 'layer'
      | 'type'
      | 'settings'
      | 'output'
      | 'params'
      | 'macs'
      | 'memory'
      | 'field'
      | 'state'
      | 'changes',
      string
    >
  >;
  readonly changeText: (label: string, before: string, after: string) => string;
  readonly typeChange: (before: string, after: string) => string;
  readonly count: (value: number) => string;
  readonly bytes: (value: number) => string;
  readonly ratio: (value: number) => string;
}
