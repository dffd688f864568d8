import type { Localized } from '@/lib/core/locale';
import { numbersEnglish } from '@/lib/messages/numbers-english';
import { numbersVietnamese } from '@/lib/messages/numbers-vietnamese';

/** What the explained figures say. Loaded with them only. */
export interface NumbersMessages {
  readonly conventions: string;
  readonly counted: (conventions: readonly string[]) => string;
  readonly workLabel: string;
  readonly work: Readonly<Record<'macs' | 'flops', string>>;
  readonly biasesLabel: string;
  readonly biases: Readonly<Record<'params' | 'params-and-work' | 'never', string>>;
  readonly statistics: string;
  readonly statisticsCounted: (areCounted: boolean) => string;
  readonly precisionLabel: string;
  readonly precision: Readonly<Record<'float32' | 'float16' | 'mixed', string>>;
  readonly batch: (size: string, optimizer: string) => string;
  readonly figures: Readonly<Record<NumbersFigure, string>>;
  readonly workFigure: Readonly<Record<'macs' | 'flops', string>>;
  /** A clause on what the figure is and what it leaves out. */
  readonly meanings: Readonly<Record<NumbersFigure, string>>;
  readonly parts: Readonly<Record<NumbersPart, string>>;
  readonly sources: Readonly<Record<NumbersSource, string>>;
  readonly source: string;
  readonly total: string;
  readonly copy: (figure: string) => string;
  readonly copyAll: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly unknown: string;
  readonly someUnknown: (count: string) => string;
  /** The figure of a whole design that is about one of its layers. */
  readonly of: (figure: string, layer: string) => string;
  readonly bytes: (count: string) => string;
  readonly ratio: (value: string) => string;
  readonly pixels: (size: string) => string;
}

export type NumbersFigure =
  | 'params'
  | 'trainable'
  | 'work'
  | 'activations'
  | 'memory-inference'
  | 'memory-training'
  | 'intensity'
  | 'field-size'
  | 'field-jump'
  | 'field-start'
  | 'effective-stride';

export type NumbersPart =
  | 'weights'
  | 'master-weights'
  | 'activations-at-once'
  | 'activations-kept'
  | 'activation-gradients'
  | 'weight-gradients'
  | 'optimizer-state'
  | 'operations'
  | 'bytes-moved'
  | 'height'
  | 'width';

export type NumbersSource = 'weights' | 'products' | 'shapes' | 'memory' | 'roofline' | 'receptive-field';

export const numbersMessages: Localized<NumbersMessages> = { en: numbersEnglish, vi: numbersVietnamese };
