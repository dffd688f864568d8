import type { Locale } from '@/lib/core/locale';
import type { Document } from '@/lib/document/document';
import type { Analysis } from '@/lib/analysis/analysis';
import { canvasPicture } from '@/lib/pictures/canvas/canvas-picture';
import type { CanvasWords } from '@/lib/pictures/canvas/canvas-words';
import { arrange, sceneOf, type BlockView, type Scene } from '@/lib/pictures/canvas/scene';
import { figurePicture } from '@/lib/pictures/figure/figure-picture';
import type { FigureChoices, FigureWords } from '@/lib/pictures/figure/figure-options';
import type { Look, Picture } from '@/lib/pictures/picture';

/** What a person wants to see; 'shown': blocks as the canvas shows them just now. */
export type PictureChoices =
  | (Look & { readonly kind: 'canvas'; readonly blocks: BlockView | 'shown' })
  | (Look & FigureChoices & { readonly kind: 'figure' });

interface Drawn {
  readonly document: Document;
  readonly analysis: Analysis;
  /** What the canvas shows just now. */
  readonly shown?: Scene;
}

interface Wording {
  readonly locale: Locale;
  readonly words: { readonly canvas: CanvasWords; readonly figure: FigureWords };
}

export async function drawPicture(
  { document, analysis, shown }: Drawn,
  choices: PictureChoices,
  { locale, words }: Wording,
): Promise<Picture> {
  if (choices.kind === 'figure') return figurePicture(document, analysis, { ...choices, locale, words: words.figure });
  const blocks = choices.blocks === 'shown' ? 'collapsed' : choices.blocks;
  const isShown = choices.blocks === 'shown' && shown !== undefined;
  const places = isShown ? {} : await arrange(document, analysis, blocks);
  const scene = isShown ? shown : sceneOf(document, analysis, { blocks, places });
  return canvasPicture({ document, analysis, scene }, { ...choices, locale, words: words.canvas });
}
