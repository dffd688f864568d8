import type { FileProblem } from '@/lib/core/file-problem';
import type { ImportReport } from '@/lib/core/import-report';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { Document } from '@/lib/document/document';
import type { Result } from '@/lib/core/result';
import type { Shape } from '@/lib/core/tensor-type';

/** A file as it was dropped or named on the command line. */
export interface ForeignFile {
  /** With its ending, without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportedDesign {
  readonly document: Document;
  readonly report: ImportReport;
  /** Of the layers that could be read, named as the model plan names them; none where the file has none. */
  readonly weights: readonly NamedTensor[];
}

export type ImportResult = Result<ImportedDesign, FileProblem>;

/** An HDF5 file, read piece by piece. Paths have no slash at either end. */
export interface Hdf5Reader {
  /** An attribute of the object at this path ('' is the file itself); null where there is none. */
  attribute(path: string, name: string): string | readonly string[] | null;
  /** What is in a group, in the file's order; null where there is no group of that path. */
  children(path: string): readonly string[] | null;
  /** null where there is no data set of that path. */
  dataset(path: string): Hdf5Dataset | null;
  close(): void;
}

export interface Hdf5Dataset {
  readonly shape: Shape;
  values(): Float32Array;
}

/** Writes the groups and data sets of an HDF5 file. */
export interface Hdf5Entry {
  readonly path: string;
  readonly shape: Shape;
  readonly values: Float32Array | Uint32Array;
}

/** The HDF5 library, loaded at the first call: rejects for what is no HDF5 file. */
export interface Hdf5 {
  open(bytes: Uint8Array): Promise<Hdf5Reader>;
  write(groups: readonly string[], entries: readonly Hdf5Entry[]): Promise<Uint8Array<ArrayBuffer>>;
}
