/** Why a file cannot be opened, with what its message needs; worded in lib/messages/files.ts. */
export interface FileProblemValues {
  'file/empty': Record<string, never>;
  'file/not-json': Record<string, never>;
  /** Valid JSON, but neither a design of ours nor a model. */
  'file/not-ours': Record<string, never>;
  'file/newer-format': { version: number; newest: number };
  'file/newer-layer': { type: string; version: number; newest: number };
  'file/too-many-layers': { count: number; most: number };
  'file/too-many-edges': { count: number; most: number };
  /** Bytes. */
  'file/too-large': { bytes: number; most: number };
  /** Brackets within brackets, models within models. */
  'file/too-deep': { most: number };
  /** A zip file that unpacks to far more than anything real does. */
  'file/too-packed': Record<string, never>;
  'file/unknown-kind': Record<string, never>;
  /** A format that is known and not read: 'ONNX', 'PyTorch', 'SavedModel' … */
  'file/other-format': { format: string };
  'file/graph-model': Record<string, never>;
  'file/weights-only': Record<string, never>;
  'file/subclassed': { name: string };
  'file/keras-1': Record<string, never>;
  'file/no-layers': Record<string, never>;
  'file/no-input-shape': Record<string, never>;
  'file/no-input-layer': { layer: string };
  'file/cyclic': { layer: string };
  'file/missing-layer': { layer: string };
  /** Part of the file, as a path or a name. */
  'file/damaged': { part: string };
  'file/missing-files': { names: readonly string[] };
  'file/several-designs': { names: readonly string[] };
  'file/channels-first': { layer: string };
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
  /** A node that stands for a block that the file does not have, or for an input outside of any block. */
  'file/missing-block': { layer: string };
  'file/block-in-itself': { layer: string };
  'file/unused-block': { block: string };
  /** A layer of a block that the file does not have. */
  'file/lost-layer': { layer: string };
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
