/** Why one file, one entry of an archive or one row is left out; worded with the messages of data sets. */
export type SkipReason =
  /** No picture that this browser can read, or a broken one. */
  | 'not-a-picture'
  | 'empty-file'
  /** More pixels than is read: the figures are in `detail`. */
  | 'too-large'
  /** An entry that unpacks to far more than it should. */
  | 'too-packed'
  | 'damaged'
  /** A picture beside the folders of classes. */
  | 'no-class'
  /** Nothing of a kind that is read. */
  | 'unknown-kind'
  /** A row with more or fewer cells than the others. */
  | 'wrong-cell-count'
  /** A cell that should be a number and is not. */
  | 'not-a-number'
  | 'missing-target'
  /** A table names a picture that is not there. */
  | 'missing-picture'
  /** Another size, type or number of samples than what it belongs to. */
  | 'does-not-match';

export interface SkippedFile {
  /** Path in the source, or "row 17" as `name:17`. */
  readonly name: string;
  readonly reason: SkipReason;
  /** Figures or the browser's own words; may be empty. */
  readonly detail: string;
}

/** Why there is no data set; worded with the messages of data sets. */
export interface ImportFailureValues {
  'import/nothing-found': { readonly skipped: readonly SkippedFile[] };
  /** Every class but one is empty or left out. */
  'import/one-class': { readonly name: string };
  'import/too-few-samples': { readonly count: number; readonly least: number };
  'import/too-many-classes': { readonly count: number; readonly most: number };
  'import/damaged': { readonly file: string; readonly detail: string };
  'import/too-large': { readonly file: string; readonly bytes: number; readonly most: number };
  /** The files belong together and one of them is missing: labels of pictures, say. */
  'import/missing-part': { readonly file: string; readonly part: string };
  'import/not-a-number': { readonly column: string; readonly row: number; readonly text: string };
  'import/bad-options': { readonly detail: string };
  'import/no-room': { readonly needed: number; readonly free: number };
  /** The browser lets this page keep nothing: a private window, or storage switched off. */
  'import/storage-barred': { readonly detail: string };
  'import/cancelled': Record<string, never>;
  /** The file was moved or changed while it was read. */
  'import/unreadable': { readonly file: string; readonly detail: string };
  'import/worker-died': { readonly detail: string };
  'import/internal': { readonly detail: string };
}
export type ImportFailureCode = keyof ImportFailureValues;
export type ImportFailure = {
  readonly [C in ImportFailureCode]: { readonly code: C; readonly values: ImportFailureValues[C] };
}[ImportFailureCode];
