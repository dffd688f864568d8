import type { Counting } from '@/lib/analysis/conventions';
import type { Family, Locale } from '@/lib/layers/definition';
import type { BackendName } from '@/lib/training/protocol';

export type Theme = 'system' | 'light' | 'dark';
/** The panel at the bottom of the designer. */
export type BottomPanel = 'problems' | 'summary' | 'training' | 'runs' | 'inspect' | 'code';

/** What a person has chosen about the interface: kept across visits, not part of any design, not undone. */
export interface Preferences {
  readonly theme: Theme;
  readonly locale: Locale;
  /** null = the bottom panel is closed. */
  readonly bottomPanel: BottomPanel | null;
  /** It takes the whole window below the header. */
  readonly bottomMaximized: boolean;
  readonly paletteOpen: boolean;
  /** Families of layers that are folded up in the palette. */
  readonly closedFamilies: readonly Family[];
  readonly inspectorOpen: boolean;
  readonly minimapOpen: boolean;
  /** While looking inside, layers on the canvas show small pictures of what they give. */
  readonly miniatures: boolean;
  /** How maps are drawn when looking inside, each choice by its name: checked where it is used. */
  readonly maps: Readonly<Record<string, unknown>>;
  readonly snapToGrid: boolean;
  /** How figures are counted. */
  readonly counting: Counting;
  /** The figures with their formulas are shown. */
  readonly numbersOpen: boolean;
  /** Groups of training settings that are unfolded. */
  readonly openSettings: readonly string[];
  /** Sizes in pixels, by group of panels and panel; a size that is missing is the panel's own default. */
  readonly layouts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** null: measure and choose. */
  readonly backend: BackendName | null;
  /** Seconds between two checkpoints of a run. */
  readonly checkpointSeconds: number;
  /** Epochs between two whose weights stay kept; 0: none. */
  readonly keepEveryEpochs: number;
}
