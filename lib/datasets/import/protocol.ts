import type { Shape } from '@/lib/core/tensor-type';
import type { Dataset } from '@/lib/datasets/dataset';
import type { ImportFailure, SkippedFile } from '@/lib/datasets/import/import-problem';

/** A file as it was dropped or chosen; `path` with its folders, "cats/1.png", or its bare name. */
export interface SourceFile {
  readonly path: string;
  readonly file: File;
}

/** What is to become a data set. */
export type ImportSource =
  /** From a drop, a choice of files or of a folder; zip, tar and gzip files are looked into. */
  | { readonly kind: 'files'; readonly files: readonly SourceFile[] }
  /** Taken by a camera. */
  | { readonly kind: 'camera'; readonly classes: readonly string[]; readonly shots: readonly CameraShot[] };

export interface CameraShot {
  /** Index into the classes. */
  readonly label: number;
  /** RGBA, row by row. */
  readonly picture: Picture;
}

/** RGBA bytes, row by row, not premultiplied: what ImageData holds. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/**
 * 'folders': pictures, one folder a class. 'table-of-pictures': a CSV file that names pictures. 'table': a CSV file of
 * numbers. 'arrays': .npy and .npz.
 */
export type FoundFormat = 'folders' | 'idx' | 'cifar' | 'table' | 'table-of-pictures' | 'arrays' | 'camera';

/** What a source holds, and how it would be read if nothing were chosen. */
export interface Found {
  readonly format: FoundFormat;
  /** Samples; `test` is null where the source has no test set of its own. */
  readonly counts: { readonly training: number; readonly test: number | null };
  /** Classes as the source has them, in its order; empty where nothing says classes yet (tables and arrays). */
  readonly classes: readonly FoundClass[];
  /** Null where the samples are no pictures. */
  readonly pictures: FoundPictures | null;
  /** Columns of a table; empty otherwise. */
  readonly columns: readonly FoundColumn[];
  /** Arrays of the files; empty otherwise. */
  readonly arrays: readonly FoundArray[];
  readonly skipped: readonly SkippedFile[];
  /** What must be looked at before it is built: the suggestion is only a guess there. */
  readonly unclear: readonly Unclear[];
  /** A complete answer to everything that can be chosen. */
  readonly suggested: ImportOptions;
}

export type Unclear = 'header' | 'target' | 'inputs' | 'channel-order' | 'sizes-differ' | 'one-class' | 'empty-class';

export interface FoundClass {
  readonly name: string;
  readonly training: number;
  readonly test: number;
}

export interface FoundPictures {
  /** Height × width of the smallest and the largest by area; of those looked at. */
  readonly smallest: readonly [number, number];
  readonly largest: readonly [number, number];
  readonly isUniform: boolean;
  readonly channels: 1 | 3;
}

export interface FoundColumn {
  readonly name: string;
  /** 'number' where every cell is one; 'empty' cells count as no number. */
  readonly kind: 'number' | 'text';
  /** How many different values, at most 1,000 counted. */
  readonly distinct: number;
  /** Its first few cells. */
  readonly examples: readonly string[];
}

export interface FoundArray {
  /** "x_train" within an npz file, the file's name without .npy otherwise. */
  readonly name: string;
  readonly shape: Shape;
  /** "uint8", "float32", "int64" … */
  readonly type: string;
}

/** Everything that can be chosen; parts that a format does not have are null. */
export interface ImportOptions {
  readonly title: string;
  /** How pictures of bytes are kept; null: samples are kept as they are, features or arrays of any shape. */
  readonly picture: PictureOptions | null;
  /** Classes by their name in the source: those left out are not kept. Null: all. */
  readonly keptClasses: readonly string[] | null;
  readonly table: TableOptions | null;
  readonly arrays: ArrayOptions | null;
  readonly split: SplitOptions;
}

export const PICTURE_FITS = ['stretch', 'cover', 'contain'] as const;
export type PictureFit = (typeof PICTURE_FITS)[number];

export interface PictureOptions {
  readonly height: number;
  readonly width: number;
  readonly colour: 'grey' | 'rgb';
  /** 'cover' cuts off what does not fit, 'contain' pads with the mean of the picture's border. */
  readonly fit: PictureFit;
}

export const PICTURE_BOUNDS = { min: 1, max: 1024 } as const;

/** What a table's columns are, by name. */
export interface TableOptions {
  readonly hasHeader: boolean;
  /** Columns that hold the input, in this order: features, or pixels where `picture` says so. */
  readonly inputs: readonly string[];
  /** The column of file names, of a table of pictures. */
  readonly fileColumn: string | null;
  /** Height × width × channels of the picture that the inputs are; null: they are features. */
  readonly pixels: Shape | null;
  readonly targets: readonly [TableTarget, ...TableTarget[]];
}

export type TableTarget =
  | { readonly kind: 'classes'; readonly column: string }
  /** One column of 0 and 1 for each label. */
  | { readonly kind: 'labels'; readonly columns: readonly string[] }
  /** One column that lists those that hold: "cat|dog"; empty for none. */
  | { readonly kind: 'label-list'; readonly column: string; readonly separator: string }
  | { readonly kind: 'values'; readonly columns: readonly string[] };

/** Which array is what, by name. */
export interface ArrayOptions {
  readonly inputs: string;
  readonly targets: string;
  /** Null: the test set is split off. */
  readonly testInputs: string | null;
  readonly testTargets: string | null;
  readonly targetKind: 'classes' | 'labels' | 'values';
  readonly channels: 'last' | 'first';
  /** Height × width × channels of the picture that a row of inputs is; null: inputs have the array's own shape. */
  readonly pixels: Shape | null;
}

export interface SplitOptions {
  /** Whether the source's own test set is kept as it is; false joins and splits anew. Only where there is one. */
  readonly keepsOwn: boolean;
  /** In [0.01, 0.9], of every class alike. */
  readonly testShare: number;
  readonly seed: number;
}

/** A sixth for the test, as of MNIST. */
export const DEFAULT_SPLIT: SplitOptions = { keepsOwn: false, testShare: 1 / 6, seed: 1 };

/** A sample as it would be kept. */
export interface PreviewSample {
  /** The file, or the row's number from 1. */
  readonly name: string;
  readonly values: Uint8Array | Float32Array;
  /** Of the first target, in words: the class, the labels that hold, or the numbers. */
  readonly target: string;
}

/** How many of every class (of every label) each split holds; empty for values. */
export interface Balance {
  readonly names: readonly string[];
  readonly training: readonly number[];
  readonly test: readonly number[];
}

export interface Preview {
  readonly inputShape: Shape;
  readonly element: Dataset['element'];
  readonly samples: readonly PreviewSample[];
  /** Before broken files are found in building. */
  readonly counts: { readonly training: number; readonly test: number };
  readonly balance: Balance;
  /** What keeping it takes. */
  readonly bytes: number;
  readonly skipped: readonly SkippedFile[];
}

/** What is kept of a data set beside its samples; `description` in the storage of samples. */
export interface KeptDescription {
  readonly dataset: Dataset;
  readonly balance: Balance;
  readonly format: FoundFormat;
  readonly options: ImportOptions;
  /** How many were left out, and the first of them. */
  readonly skipped: { readonly count: number; readonly first: readonly SkippedFile[] };
}

/** Page → worker: name → [request, reply]. One source at a time: `inspect` lets go of the one before. */
export interface ImportCalls {
  /** `hasHeader` overrules what is guessed of a table's first row. */
  inspect: [{ readonly source: ImportSource; readonly hasHeader?: boolean }, Found];
  /** Up to `count` samples spread over the classes. */
  preview: [{ readonly options: ImportOptions; readonly count: number }, Preview];
  /** Keeps the data set under this new id; nothing is left behind where it fails. Progress comes as events. */
  build: [{ readonly options: ImportOptions; readonly id: string; readonly now: number }, KeptDescription];
  /** Ends the call in progress with 'import/cancelled'. */
  cancel: [Record<string, never>, Record<string, never>];
}

export type ImportCall = keyof ImportCalls;
export type ImportRequest<C extends ImportCall> = ImportCalls[C][0];
export type ImportReply<C extends ImportCall> = ImportCalls[C][1];

export interface ImportProgress {
  readonly phase: 'reading' | 'writing' | 'measuring';
  readonly done: number;
  readonly total: number;
}

export type ToImportWorker = {
  readonly [C in ImportCall]: { readonly id: number; readonly call: C; readonly request: ImportRequest<C> };
}[ImportCall];
export type FromImportWorker =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: ImportReply<ImportCall> }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: ImportFailure }
  | { readonly kind: 'progress'; readonly progress: ImportProgress };
