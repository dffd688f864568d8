import type { Locale } from '@/lib/core/locale';
import { escapeXml } from '@/lib/runs/study/report/figure';

/** A report as data; its writers only put it into Markdown or HTML. */
export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** In an order that says something: counted from 1. */
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'figure'; readonly svg: string; readonly caption: string };

/** Figures are `data:` addresses of their own SVG, so that one file holds all. */
export function reportMarkdown(blocks: readonly ReportBlock[]): string {
  return `${blocks.map(markdownOf).join('\n\n')}\n`;
}

function markdownOf(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${plain(block.text)}`;
    case 'text':
      return plain(block.text);
    case 'list':
      return block.items.map((item, at) => `${at + 1}. ${plain(item)}`).join('\n');
    case 'table': {
      const [head, ...rows] = [block.head, block.head.map(() => '---'), ...block.rows];
      return [head, ...rows].map((row) => `| ${(row ?? []).map(cell).join(' | ')} |`).join('\n');
    }
    case 'figure':
      return `![${plain(block.caption)}](data:image/svg+xml,${encodeURIComponent(block.svg)})\n\n${plain(block.caption)}`;
  }
}

/** What Markdown would read as its own signs, in the words of people. */
function plain(words: string): string {
  return words.replaceAll(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`).replaceAll('\n', ' ');
}

function cell(words: string): string {
  return words === '---' ? words : plain(words);
}

const STYLE = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1e26; background: #fff;
  font: 15px/1.5 Inter, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
table { border-collapse: collapse; margin: 0.5rem 0 1rem; font-variant-numeric: tabular-nums; font-size: 13px; }
th, td { padding: 0.25rem 0.6rem; border: 1px solid #dfe2e9; text-align: left; vertical-align: top; }
th { background: #f3f4f7; }
.wide { overflow-x: auto; }
figure { margin: 1rem 0; }
figure svg { max-width: 100%; height: auto; }
figcaption { color: #535b69; font-size: 13px; }
`;

/** One file that fetches nothing: figures are in it, and there are no scripts. */
export function reportHtml(blocks: readonly ReportBlock[], locale: Locale): string {
  const [first] = blocks;
  const title = first?.kind === 'heading' ? first.text : '';
  return [
    '<!doctype html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    ...blocks.map(htmlOf),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function htmlOf(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeXml(block.text)}</h${block.level}>`;
    case 'text':
      return `<p>${escapeXml(block.text)}</p>`;
    case 'list':
      return `<ol>${block.items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</ol>`;
    case 'table': {
      const head = block.head.map((name) => `<th scope="col">${escapeXml(name)}</th>`).join('');
      const rows = block.rows.map((row) => `<tr>${row.map((words) => `<td>${escapeXml(words)}</td>`).join('')}</tr>`);
      return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
    }
    case 'figure':
      return `<figure>${block.svg}<figcaption>${escapeXml(block.caption)}</figcaption></figure>`;
  }
}
