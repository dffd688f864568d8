import { pageMessages } from '@/lib/messages/page-messages';

type FamilyName =
  | 'input'
  | 'convolution'
  | 'pooling'
  | 'activation'
  | 'dense'
  | 'normalization'
  | 'regularization'
  | 'merge'
  | 'shape'
  | 'sequence';

/** What the palette, the problems panel and the summary table say. */
export interface PanelMessages {
  readonly families: Readonly<Record<FamilyName, string>>;
  readonly palette: {
    readonly title: string;
    readonly search: string;
    readonly none: (query: string) => string;
    readonly hint: string;
    readonly found: (count: number) => string;
    /** A family of layers and how many it has: the name of its heading. */
    readonly family: (name: string, count: number) => string;
    readonly closeAll: string;
    readonly openAll: string;
  };
  readonly problems: {
    readonly title: string;
    readonly severity: Readonly<Record<'error' | 'warning' | 'hint', string>>;
    readonly counts: Readonly<Record<'error' | 'warning' | 'hint', (count: number) => string>>;
    readonly none: string;
    readonly noneText: string;
    /** For a design with no data set to hold it against. */
    readonly noneWithoutData: string;
    readonly design: string;
    readonly connection: (from: string, to: string) => string;
  };
  readonly summary: {
    readonly title: string;
    readonly layer: string;
    readonly type: string;
    readonly output: string;
    readonly params: string;
    readonly share: string;
    readonly macs: string;
    readonly receptiveField: string;
    readonly total: string;
    /** Some layers are not counted, since their shape is unknown. */
    readonly totalSoFar: string;
    readonly whole: string;
    readonly unknown: string;
    readonly copyMarkdown: string;
    readonly copyCsv: string;
    readonly copied: string;
    readonly copyFailed: string;
    readonly trainable: (count: string) => string;
    readonly memory: string;
    readonly memoryInference: (batch: string) => string;
    readonly memoryTraining: (batch: string) => string;
    readonly weights: string;
    readonly empty: string;
  };
}

export const panelMessages = pageMessages('panels');
