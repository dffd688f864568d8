/** What a design can be saved as. */
export const SAVE_FORMATS = ['shapeflow', 'keras', 'keras3', 'keras-zip', 'tfjs'] as const;
export type SaveFormat = (typeof SAVE_FORMATS)[number];

/** What a person should know of a file before it is saved; worded in lib/messages/save-as.ts. */
export interface SaveNoteValues {
  /** The target has no such layer: the file names a class of ours, which must be given to it to load the file. */
  'save/own-class': { className: string; layers: readonly string[]; count: number };
  /** The file must hold weights and the design has none yet, so they are drawn anew. */
  'save/start-values': Record<string, never>;
  /** Blocks and repeats are written out layer by layer; they come back here, not in other tools. */
  'save/blocks': { count: number };
  /** Layers that are on no way from an input to an output stay behind. */
  'save/outside': { count: number };
}
export type SaveNoteCode = keyof SaveNoteValues;
export type SaveNote = {
  readonly [C in SaveNoteCode]: { readonly code: C; readonly values: Readonly<SaveNoteValues[C]> };
}[SaveNoteCode];
