import { pageMessages } from '@/lib/messages/page-messages';

/** What the canvas says. */
export interface CanvasMessages {
  readonly canvas: string;
  readonly instructions: string;
  readonly shapeUnknown: string;
  readonly output: (shape: string) => string;
  readonly shareOfParams: (share: string) => string;
  readonly problems: (count: number) => string;
  /** What a block is beside its name. */
  readonly block: (repeat: number) => string;
  readonly blockOutput: string;
  /** A layer whose weights training leaves as they are. */
  readonly frozen: string;
  /** How many units people have named, and the first names. */
  readonly notes: (count: number, names: string) => string;
  readonly problemsBadge: Readonly<Record<'error' | 'warning' | 'hint', (count: number) => string>>;
  readonly nodeInput: (layer: string) => string;
  readonly nodeOutput: (layer: string) => string;
  readonly edge: (from: string, to: string) => string;
  readonly edgeWithProblem: (from: string, to: string) => string;
  readonly refused: Readonly<
    Record<'self' | 'duplicate' | 'takes-no-input' | 'across', (from: string, to: string) => string>
  >;
  readonly connected: (from: string, to: string) => string;
  readonly moved: (count: number) => string;
  readonly selectedNone: string;
  readonly selectedSeveral: (count: number) => string;
  readonly connectTo: string;
  readonly connectFrom: (layer: string) => string;
  readonly connectSearch: string;
  readonly connectNone: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly emptyTemplate: string;
  readonly emptyInput: string;
  readonly controls: string;
  readonly minimap: string;
  readonly nodeDescription: string;
  readonly edgeDescription: string;
  readonly rename: string;
  readonly stopArranging: string;
}

export const canvasMessages = pageMessages('canvas');
