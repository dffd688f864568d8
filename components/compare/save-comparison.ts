import type { Comparison } from '@/lib/analysis/compare/compare-designs';
import { comparisonCsv } from '@/lib/analysis/compare/report/csv';
import { comparisonMarkdown } from '@/lib/analysis/compare/report/markdown';
import { compareMessages } from '@/lib/messages/compare';
import { downloadFile } from '@/lib/platform/download';
import { svgToPng } from '@/lib/platform/svg-to-png';
import { comparisonFigure } from '@/components/compare/figure/comparison-figure';
import { svgText } from '@/components/compare/figure/svg-text';
import type { Designer } from '@/components/state/create-designer';

export const EXPORTS = ['markdown', 'csv', 'svg', 'png'] as const;
export type ExportKind = (typeof EXPORTS)[number];

const ENDINGS: Readonly<Record<ExportKind, string>> = { markdown: 'md', csv: 'csv', svg: 'svg', png: 'png' };
const TYPES: Readonly<Record<ExportKind, string>> = {
  markdown: 'text/markdown;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** Without it, spreadsheets on some systems take the file for another encoding than UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Downloads the comparison as a file, and says that it came or why not. */
export async function saveComparison(
  { notices, preferences }: Designer,
  comparison: Comparison,
  kind: ExportKind,
): Promise<void> {
  const { locale } = preferences.store.getState();
  const words = compareMessages[locale];
  const name = fileName(comparison, ENDINGS[kind]);
  try {
    downloadFile(document, name, await contentOf(comparison, kind, { words, locale }));
    notices.show('success', 'text', { text: words.exports.saved(name) });
  } catch {
    notices.show('error', 'text', { text: words.exports.failed });
  }
}

type Wording = Parameters<typeof comparisonFigure>[1];

async function contentOf(comparison: Comparison, kind: ExportKind, wording: Wording): Promise<Blob> {
  const type = TYPES[kind];
  switch (kind) {
    case 'markdown':
      return new Blob([comparisonMarkdown(comparison, wording)], { type });
    case 'csv':
      return new Blob([BYTE_ORDER_MARK, comparisonCsv(comparison, wording)], { type });
    case 'svg':
    case 'png': {
      const picture = comparisonFigure(comparison, wording);
      const names = comparison.designs.map(({ name }) => name).join(', ');
      const svg = svgText(picture, wording.words.heading(names));
      return kind === 'svg' ? new Blob([svg], { type }) : svgToPng(document, { svg, ...picture });
    }
  }
}

/** "compare-alexnet-vgg-16.md": letters, digits and dashes, which every system takes. */
export function fileName({ designs }: Pick<Comparison, 'designs'>, ending: string): string {
  const words = designs.map(({ name }) =>
    name
      .normalize('NFD')
      .replaceAll(/[\u0300-\u036f]/g, '')
      .replaceAll(/[đĐ]/g, 'd')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, ''),
  );
  const all = ['compare', ...words.filter((word) => word !== '')].join('-');
  return `${all.slice(0, 100)}.${ending}`;
}
