import type { Shape } from '@/lib/core/tensor-type';

/** One file of a packed data set, served beside the page. */
export interface DatasetFile {
  /** Relative to the site's root. */
  readonly path: string;
  /** Of the content once unzipped (the file is served gzipped; a zip's bytes differ between zlib versions). */
  readonly bytes: number;
  /** Hex SHA-256 of the unzipped content. */
  readonly sha256: string;
}

export interface DatasetSplit {
  readonly count: number;
  readonly images: DatasetFile;
  readonly labels: DatasetFile;
}

/** What a data set is, without its data. Pixels are uint8, row by row, channels last; labels uint8 class indices. */
export interface Dataset {
  readonly id: string;
  readonly title: string;
  readonly inputShape: Shape;
  readonly classes: readonly string[];
  readonly training: DatasetSplit;
  readonly test: DatasetSplit;
  readonly licence: { readonly name: string; readonly url: string; readonly credit: string };
}
