import { formatShape } from '@/lib/core/tensor-type';
import type { Comparison, ComparedDesign } from '@/lib/analysis/compare/compare-designs';
import { againstFirst, TOTAL_FIGURES, type TotalFigure } from '@/lib/analysis/compare/figures';
import type { ReportWords } from '@/lib/analysis/compare/report/report-words';

/** One design's value in a line of the totals. */
export interface TotalCell {
  readonly value: string;
  /** Against the first design; null for that one, and where there is nothing to compare. */
  readonly delta: string | null;
  readonly ratio: string | null;
}

export interface TotalLine {
  readonly figure: TotalFigure | 'outputs' | 'field';
  readonly label: string;
  /** One per design. */
  readonly cells: readonly TotalCell[];
}

const IN_BYTES: ReadonlySet<TotalFigure> = new Set(['activations', 'inference', 'training']);

/** The totals of all designs, as people read them. */
export function totalLines({ designs }: Comparison, words: ReportWords): readonly TotalLine[] {
  const numbers = TOTAL_FIGURES.map((figure) => numberLine(designs, figure, words));
  return [...numbers, fieldLine(designs, words), outputsLine(designs, words)];
}

/** "VGG-16 has 2.27 × AlexNet’s parameters and 21 × its MACs.", for every design but the first. */
export function ratioSentences({ designs }: Comparison, words: ReportWords): readonly string[] {
  const [first, ...others] = designs;
  if (first === undefined) return [];
  return others.map(({ name, totals }) => {
    const ratio = (figure: TotalFigure) => againstFirst(first.totals, totals, figure)?.ratio ?? null;
    return words.ratios(name, first.name, { params: ratio('params'), macs: ratio('macs') });
  });
}

function numberLine(designs: readonly ComparedDesign[], figure: TotalFigure, words: ReportWords): TotalLine {
  const write = IN_BYTES.has(figure) ? words.bytes : words.count;
  const [first] = designs;
  const cells = designs.map(({ totals }, index): TotalCell => {
    const against = first === undefined || index === 0 ? null : againstFirst(first.totals, totals, figure);
    const isKnown = totals.complete || !IN_BYTES.has(figure);
    return {
      value: isKnown ? write(totals[figure]) : words.unknown,
      delta: against === null ? null : signed(against.delta, write),
      ratio: against === null || against.ratio === null ? null : `× ${words.ratio(against.ratio)}`,
    };
  });
  return { figure, label: words.totals[figure], cells };
}

function fieldLine(designs: readonly ComparedDesign[], words: ReportWords): TotalLine {
  const first = designs[0]?.totals.field ?? null;
  const cells = designs.map(({ totals: { field } }, index): TotalCell => {
    const deltas = field === null || first === null ? [] : [field[0] - first[0], field[1] - first[1]];
    const isEven = deltas[0] === deltas[1];
    const delta = deltas.slice(0, isEven ? 1 : 2).map((pixels) => signed(pixels, words.count));
    const hasDelta = index > 0 && delta.length > 0;
    return {
      value: field === null ? words.none : formatShape(field),
      delta: hasDelta ? delta.join(' × ') : null,
      ratio: null,
    };
  });
  return { figure: 'field', label: words.totals.field, cells };
}

function outputsLine(designs: readonly ComparedDesign[], words: ReportWords): TotalLine {
  const text = ({ totals: { outputs } }: ComparedDesign) =>
    outputs.map((shape) => (shape === null ? words.unknown : formatShape(shape))).join('; ') || words.none;
  const first = designs[0] === undefined ? '' : text(designs[0]);
  const cells = designs.map((design, index): TotalCell => {
    const isSame = text(design) === first;
    return { value: text(design), delta: index === 0 ? null : isSame ? '=' : '≠', ratio: null };
  });
  return { figure: 'outputs', label: words.totals.outputs, cells };
}

/** "+12", "−12", "±0". */
export function signed(delta: number, write: (value: number) => string): string {
  return delta === 0 ? '±0' : `${delta > 0 ? '+' : '−'}${write(Math.abs(delta))}`;
}
