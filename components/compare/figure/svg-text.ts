import type { Ink, Mark, Picture, Spot } from '@/components/compare/figure/marks';

/** The colours of theme.css's light theme: a figure in a paper or a report lies on white. */
export const PAPER: Readonly<Record<Ink, string>> = {
  text: '#1a1e26',
  'text-2': '#535b69',
  border: '#dfe2e9',
  'border-strong': '#858d9b',
  accent: '#3455d6',
  surface: '#ffffff',
  'family-input': '#465366',
  'family-convolution': '#1b5cbe',
  'family-pooling': '#0a6b66',
  'family-activation': '#a2450b',
  'family-dense': '#693bc0',
  'family-normalization': '#2e691e',
  'family-regularization': '#a9235d',
  'family-merge': '#785400',
  'family-shape': '#4c5a14',
  'family-sequence': '#0a5f7d',
};

/** Fonts that a system has: a picture in a file fetches none. */
const FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

/** The picture as a file of its own. */
export function svgText({ width, height, marks }: Picture, title: string): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${escaped(FONT)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${PAPER.surface}"/>`,
    ...marks.map(markText),
    '</svg>',
    '',
  ].join('\n');
}

function markText(mark: Mark): string {
  const color = PAPER[mark.ink];
  switch (mark.kind) {
    case 'rect': {
      const box = `x="${short(mark.at[0])}" y="${short(mark.at[1])}" width="${short(mark.size[0])}" height="${short(mark.size[1])}"`;
      const title = mark.title === undefined ? '' : `<title>${escaped(mark.title)}</title>`;
      return `<rect ${box} fill="${color}">${title}</rect>`;
    }
    case 'line':
      return `<polyline points="${pointsText(mark.points)}" fill="none" stroke="${color}" stroke-width="${mark.width}"/>`;
    case 'text': {
      const weight = mark.isBold ? ' font-weight="600"' : '';
      const place = `x="${short(mark.at[0])}" y="${short(mark.at[1])}" text-anchor="${mark.anchor}"`;
      return `<text ${place} font-size="${mark.size}"${weight} fill="${color}">${escaped(mark.text)}</text>`;
    }
    case 'dot':
      return `<circle cx="${short(mark.at[0])}" cy="${short(mark.at[1])}" r="${mark.radius}" fill="${color}"/>`;
  }
}

export function pointsText(points: readonly Spot[]): string {
  return points.map(([x, y]) => `${short(x)},${short(y)}`).join(' ');
}

/** Hundredths of a pixel are enough. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** For XML: names are people's own; characters that no XML may hold are left out. */
function escaped(words: string): string {
  return words
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
