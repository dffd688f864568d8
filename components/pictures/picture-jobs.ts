import type { Locale } from '@/lib/core/locale';
import type { Dataset } from '@/lib/datasets/dataset';
import type { Document } from '@/lib/document/document';
import type { Scene } from '@/lib/pictures/canvas/scene';
import type { PictureChoices } from '@/lib/pictures/draw-picture';
import type { Picture } from '@/lib/pictures/picture';

/** What the worker that draws pictures is asked, and what it answers. */
export interface PictureJob {
  readonly id: number;
  readonly document: Document;
  readonly shown: Scene;
  readonly choices: PictureChoices;
  readonly locale: Locale;
  /** The user's own, which the worker does not know. */
  readonly datasets: readonly Dataset[];
}

export type PictureReply =
  | { readonly id: number; readonly picture: Picture }
  | { readonly id: number; readonly picture: null; readonly detail: string };
