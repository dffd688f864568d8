/** What kind of file a design was read from. */
export type ForeignFormat = 'keras-2-json' | 'keras-3-json' | 'keras-zip' | 'keras-h5' | 'tfjs-layers';

/** Why a layer of a file could not become one of ours. */
export type OpaqueReason =
  /** There is no layer of this class here. */
  | 'no-layer'
  /** There is one, but not with these settings. */
  | 'settings'
  /** Its inputs are not what our layer takes. */
  | 'inputs'
  /** More than one of its outputs is used. */
  | 'outputs';

/**
 * What is said of a file of another tool once it is open; worded in lib/messages/imports.ts. Layers are named as in the
 * file. 'assumed' notes are guesses a person should check, 'left-out' ones are lost, 'opaque' ones are kept but not
 * understood.
 */
export interface ImportNoteValues {
  'assumed/size': { layer: string; shape: readonly number[] };
  'assumed/shape': { layer: string; className: string; shape: readonly number[] };
  'assumed/shared': { layer: string; times: number };
  'assumed/channels-first': Record<string, never>;
  'assumed/no-version': { version: number };
  /** An option as the file spells it, and the layers that set it. */
  'left-out/option': { option: string; layers: readonly string[]; count: number };
  'left-out/identity': { layers: readonly string[]; count: number };
  'left-out/training': Record<string, never>;
  'left-out/weights': { layers: readonly string[]; count: number };
  'left-out/metadata': Record<string, never>;
  /** The weights are in files of their own, which were not opened with it. */
  'left-out/shards': Record<string, never>;
  'opaque/layer': { layer: string; className: string; reason: OpaqueReason };
  'opaque/more': { count: number };
}
export type ImportNoteCode = keyof ImportNoteValues;
export type ImportNote = {
  readonly [C in ImportNoteCode]: { readonly code: C; readonly values: Readonly<ImportNoteValues[C]> };
}[ImportNoteCode];

export interface ImportReport {
  readonly format: ForeignFormat;
  /** As the file says it: '2.15.0'; null where it says nothing. */
  readonly version: string | null;
  /** Layers of the design, and how many of them are opaque. */
  readonly layers: number;
  readonly opaque: number;
  /** Parameters that the design counts. */
  readonly params: number;
  /** The weights that were read; null where the file has none. */
  readonly weights: { readonly tensors: number; readonly bytes: number } | null;
  readonly notes: readonly ImportNote[];
}
