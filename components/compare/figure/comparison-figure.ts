import { ALONG_DEPTH, alongDepth } from '@/lib/analysis/compare/figures';
import type { Comparison } from '@/lib/analysis/compare/compare-designs';
import { ratioSentences, totalLines } from '@/lib/analysis/compare/report/totals-table';
import { FAMILIES } from '@/lib/layers/definition';
import type { Locale } from '@/lib/core/locale';
import type { CompareMessages } from '@/lib/messages/compare';
import { DEPTH_SIZE, depthPicture } from '@/components/compare/figure/depth-picture';
import { depthWords, scatterPoints, scatterWords } from '@/components/compare/figure/figure-words';
import { line, moved, text, type Mark, type Picture } from '@/components/compare/figure/marks';
import { needsLog, SCATTER_SIZE, scatterPicture } from '@/components/compare/figure/scatter-picture';

interface Wording {
  readonly words: CompareMessages;
  readonly locale: Locale;
}

const MARGIN = 28;
const COLUMN = DEPTH_SIZE.width + 24;
const LABELS = 190;
const LINE = 20;

/** A piece of the figure and the height it takes. */
interface Part {
  readonly marks: readonly Mark[];
  readonly height: number;
}

/** Everything of a comparison but its rows, on one sheet: ratios, totals, what stands where along the depth, the scatter. */
export function comparisonFigure(comparison: Comparison, wording: Wording): Picture {
  const { designs } = comparison;
  const width = 2 * MARGIN + LABELS + Math.max(designs.length, 2) * COLUMN;
  const parts = [
    headPart(comparison, wording),
    totalsPart(comparison, wording),
    ...ALONG_DEPTH.map((figure) => depthPart(comparison, wording, figure)),
    legendPart(comparison, wording),
    scatterPart(comparison, wording),
    notesPart(comparison, wording),
  ];
  let top = MARGIN;
  const marks = parts.flatMap((part) => {
    const placed = moved(part.marks, [MARGIN, top]);
    top += part.height + 16;
    return placed;
  });
  return { width, height: top + MARGIN - 16, marks };
}

function headPart(comparison: Comparison, { words }: Wording): Part {
  const names = comparison.designs.map(({ name }) => name).join(', ');
  const sentences = ratioSentences(comparison, words);
  const marks = [
    text([0, 18], words.heading(names), { size: 20, ink: 'text', isBold: true }),
    ...sentences.map((sentence, index) => text([0, 44 + index * LINE], sentence, { size: 13, ink: 'text' })),
  ];
  return { marks, height: 34 + sentences.length * LINE };
}

function totalsPart(comparison: Comparison, { words }: Wording): Part {
  const lines = totalLines(comparison, words);
  const width = LABELS + comparison.designs.length * COLUMN;
  const heads = comparison.designs.map(({ name }, design) =>
    text([LABELS + design * COLUMN, 12], name, { size: 13, ink: 'text', isBold: true }),
  );
  const marks = lines.flatMap(({ label, cells }, index): readonly Mark[] => {
    const y = 36 + index * LINE;
    const values = cells.map(({ value, delta, ratio }, design) => {
      const notes = [delta, ratio].filter((note) => note !== null).join(', ');
      const words = notes === '' ? value : `${value}  (${notes})`;
      return text([LABELS + design * COLUMN, y], words, { size: 12, ink: 'text' });
    });
    return [text([0, y], label, { size: 12 }), ...values];
  });
  const rule = line(
    [
      [0, 20],
      [width, 20],
    ],
    'border-strong',
  );
  return { marks: [...heads, rule, ...marks], height: 28 + lines.length * LINE };
}

function depthPart(comparison: Comparison, { words, locale }: Wording, figure: (typeof ALONG_DEPTH)[number]): Part {
  const label = words.depth.caption(words.depth[figure]);
  const panels = comparison.designs.flatMap((_, design) => {
    const points = alongDepth(comparison, design, figure);
    const { marks } = depthPicture(points, depthWords(words, locale, figure));
    return moved(marks, [LABELS + design * COLUMN - 40, 0]);
  });
  const lines = wrapped(label, 17).map((part, index) =>
    text([0, 20 + index * 16], part, { size: 12, ink: 'text', isBold: true }),
  );
  return { marks: [...lines, ...panels], height: DEPTH_SIZE.height };
}

function legendPart(comparison: Comparison, { words }: Wording): Part {
  const present = new Set(
    comparison.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell?.layer.isCounted ? [cell.layer.family] : []))),
  );
  let x = LABELS;
  const marks = FAMILIES.filter((family) => present.has(family)).flatMap((family): readonly Mark[] => {
    const label = words.families[family];
    const place = x;
    x += 28 + label.length * 6.5;
    return [{ kind: 'rect', at: [place, 3], size: [10, 10], ink: `family-${family}` }, text([place + 15, 12], label)];
  });
  return { marks: [...marks, text([LABELS, 32], words.depth.explain)], height: 36 };
}

function scatterPart(comparison: Comparison, { words, locale }: Wording): Part {
  const { points } = scatterPoints(comparison.designs);
  if (points.length === 0) return { marks: [], height: 0 };
  const { marks } = scatterPicture(points, scatterWords(words, locale));
  const lines = wrapped(words.scatter.caption, 14).map((part, index) =>
    text([0, 20 + index * 16], part, { size: 12, ink: 'text', isBold: true }),
  );
  const note = needsLog(points) ? [text([0, 76], words.scatter.log)] : [];
  return { marks: [...lines, ...note, ...moved(marks, [LABELS - 40, 0])], height: SCATTER_SIZE.height };
}

function notesPart({ conditions, designs }: Comparison, { words }: Wording): Part {
  const letters = Math.floor((LABELS + Math.max(designs.length, 2) * COLUMN) / 5.6);
  const lines = words
    .conventions(conditions.batchSize, conditions.optimizer.name)
    .flatMap((sentence) => wrapped(sentence, letters));
  const title = text([0, 12], words.conventionsTitle, { size: 12, ink: 'text', isBold: true });
  return {
    marks: [title, ...lines.map((part, index) => text([0, 30 + index * 15], part))],
    height: 24 + lines.length * 15,
  };
}

/** Lines of at most so many letters, broken between words. */
function wrapped(words: string, letters: number): readonly string[] {
  return words.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > letters) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
    return lines;
  }, []);
}
