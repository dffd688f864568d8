import type { Locale } from '@/lib/core/locale';
import type { Document } from '@/lib/document/document';
import type { Analysis } from '@/lib/analysis/analysis';
import type { AccessProblem } from '@/lib/messages/cli';
import { pictureWords } from '@/lib/messages/pictures';
import { drawPicture, type PictureChoices } from '@/lib/pictures/draw-picture';
import { FIGURE_DEFAULTS } from '@/lib/pictures/figure/figure-options';
import type { Order } from '@/lib/cli/arguments';
import type { CliIo } from '@/lib/cli/io';
import { accessProblem } from '@/lib/cli/open-design';

interface Drawn {
  readonly document: Document;
  readonly analysis: Analysis;
}

/** The text of an SVG file. */
export async function pictureOf(
  { document, analysis }: Drawn,
  { figure, theme }: Pick<Order, 'figure' | 'theme'>,
  locale: Locale,
): Promise<string> {
  const look = { theme, ground: 'solid' } as const;
  const choices: PictureChoices = figure
    ? { ...FIGURE_DEFAULTS, ...look, kind: 'figure' }
    : { ...look, kind: 'canvas', blocks: 'collapsed' };
  const { svg } = await drawPicture({ document, analysis }, choices, { locale, words: pictureWords[locale] });
  return svg;
}

/** Overwrites another picture and nothing else; null: written. */
export async function writePicture(out: string, svg: string, io: CliIo): Promise<AccessProblem | 'in-the-way' | null> {
  const before = await io.readFile(out).catch((error: unknown) => (accessProblem(error) === 'missing' ? '' : null));
  if (before === null || !isPicture(before)) return 'in-the-way';
  const [folder, path] = [out.replace(/[^/\\]*$/, '') || '.', out.replace(/^.*[/\\]/, '')];
  try {
    await io.writeFiles(folder, [{ path, content: svg }]);
    return null;
  } catch (error) {
    return accessProblem(error);
  }
}

/** An SVG file, or nothing yet. */
function isPicture(content: string | Uint8Array): boolean {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content.subarray(0, 1000));
  return text === '' || /^(<\?xml[^>]*\?>)?\s*<svg[\s>]/.test(text);
}
