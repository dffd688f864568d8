/** A picture within a page: where it comes from and its size. */
export interface SheetFigure {
  /** A data address. */
  readonly href: string;
  readonly alt: string;
}

export interface SheetSample {
  readonly crop: SheetFigure;
  /** null: the crop is all of it. */
  readonly whole: SheetFigure | null;
  readonly text: string;
}

export interface SheetUnit {
  readonly title: string;
  readonly note: string;
  /** How often it is active, and the like. */
  readonly text: string;
  readonly samples: readonly SheetSample[];
}

export interface TopSheet {
  readonly language: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly units: readonly SheetUnit[];
}

const STYLE = `body{margin:24px;font:13px/1.4 system-ui,sans-serif;color:#1a1e26;background:#fff}h1{font-size:20px}
ul{padding:0;list-style:none}section{break-inside:avoid;border-top:1px solid #dfe2e9;padding:10px 0}h2{display:inline;font-size:15px}
.note{font-weight:600;margin-left:8px}.text{color:#535b69;margin-left:8px}ol{display:flex;flex-wrap:wrap;gap:10px;padding:0;margin:8px 0 0;list-style:none}
figure{margin:0;width:96px}img{display:block;outline:1px solid #858d9b;image-rendering:pixelated;background:#c9ced8}.crop{width:96px;height:96px;object-fit:contain}
.whole{height:48px;max-width:96px;margin-top:4px;object-fit:contain}figcaption{font-size:11px;color:#535b69;overflow-wrap:anywhere}`;

/** A page that needs nothing else: all pictures are in it. */
export function topSheetHtml({ language, title, facts, units }: TopSheet): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>`,
    `<body><h1>${escapeHtml(title)}</h1>`,
    `<ul>${facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join('')}</ul>`,
    ...units.map(unitHtml),
    '</body></html>',
    '',
  ].join('\n');
}

function unitHtml({ title, note, text, samples }: SheetUnit): string {
  const named = note === '' ? '' : `<span class="note">${escapeHtml(note)}</span>`;
  const items = samples.map(
    ({ crop, whole, text: words }) =>
      `<li><figure>${imageHtml(crop, 'crop')}${whole === null ? '' : imageHtml(whole, 'whole')}<figcaption>${escapeHtml(words)}</figcaption></figure></li>`,
  );
  return `<section><h2>${escapeHtml(title)}</h2>${named}<span class="text">${escapeHtml(text)}</span><ol>${items.join('')}</ol></section>`;
}

function imageHtml({ href, alt }: SheetFigure, className: string): string {
  return `<img class="${className}" src="${escapeHtml(href)}" alt="${escapeHtml(alt)}">`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
