/** Why a file cannot be opened, with what its message needs; worded in lib/messages/files.ts. */
export interface FileProblemValues {
  'file/empty': Record<string, never>;
  'file/not-json': Record<string, never>;
  /** Valid JSON, but not a design of ours. */
  'file/not-ours': Record<string, never>;
  'file/newer-format': { version: number; newest: number };
  'file/newer-layer': { type: string; version: number; newest: number };
  'file/too-many-layers': { count: number; most: number };
  'file/too-many-edges': { count: number; most: number };
}
export type FileProblemCode = keyof FileProblemValues;
export type FileProblem = {
  readonly [C in FileProblemCode]: { readonly code: C; readonly values: Readonly<FileProblemValues[C]> };
}[FileProblemCode];

/** What was mended while a file was opened; layers are named as people see them. */
export interface FileWarningValues {
  'file/unknown-layer': { layer: string; type: string };
  'file/broken-layer': { layer: string };
  'file/renamed-layer': { layer: string; to: string };
  'file/bad-param': { layer: string; param: string };
  'file/unknown-param': { layer: string; param: string };
  'file/bad-edge': { edge: string };
  /** A part of the file, as a path: 'name', 'training.batchSize' … */
  'file/bad-part': { part: string };
  /** A name of the design or of a layer, as it is now. */
  'file/cleaned-name': { name: string };
  'file/placed-layers': { count: number };
  /** What was mended besides what the other warnings name. */
  'file/more-warnings': { count: number };
}
export type FileWarningCode = keyof FileWarningValues;
export type FileWarning = {
  readonly [C in FileWarningCode]: { readonly code: C; readonly values: Readonly<FileWarningValues[C]> };
}[FileWarningCode];
