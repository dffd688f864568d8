import type { Statistics } from '@/lib/core/learning';
import type { Shape } from '@/lib/core/tensor-type';

export type { Statistics };

/** One file of a packed data set, served beside the page. */
export interface DatasetFile {
  /** Relative to the site's root. */
  readonly path: string;
  /** Of the content once unzipped (the file is served gzipped; a zip's bytes differ between zlib versions). */
  readonly bytes: number;
  /** Hex SHA-256 of the unzipped content. */
  readonly sha256: string;
}

/** Pixels are uint8, row by row, channels last; labels uint8 class indices. */
export interface PackedSplit {
  readonly images: DatasetFile;
  readonly labels: DatasetFile;
}

/** What is learned of a sample; `name` is unique in its data set and shown to people. */
export type Target =
  /** One of several classes. */
  | { readonly kind: 'classes'; readonly name: string; readonly classes: readonly string[] }
  /** Each of several labels holds or does not. */
  | { readonly kind: 'labels'; readonly name: string; readonly labels: readonly string[] }
  /** Numbers: regression. */
  | { readonly kind: 'values'; readonly name: string; readonly columns: readonly string[] };

/** Where the samples are. */
export type DatasetSource =
  | { readonly kind: 'packed'; readonly training: PackedSplit; readonly test: PackedSplit }
  /** Drawn anew, the same each time, by the generator of this name. */
  | { readonly kind: 'generated'; readonly generator: 'scenes'; readonly seed: number }
  /** The user's own, kept in this browser under the data set's id. */
  | { readonly kind: 'kept'; readonly bytes: number };

/** What a data set is, without its data. */
export interface Dataset {
  readonly id: string;
  readonly title: string;
  /** height × width × channels of pictures; [columns] of rows of features. */
  readonly inputShape: Shape;
  /** Bytes are pixels from 0 to 255; float32 are values as they are. */
  readonly element: 'uint8' | 'float32';
  /** The first is what a design with one output learns. */
  readonly targets: readonly [Target, ...Target[]];
  readonly training: { readonly count: number };
  readonly test: { readonly count: number };
  readonly source: DatasetSource;
  /** Null where they are not known beforehand. */
  readonly statistics: Statistics | null;
  /** Drawn by a program, not observed: said wherever the data set is named. */
  readonly isSynthetic: boolean;
  /** Null for the user's own data. */
  readonly licence: { readonly name: string; readonly url: string; readonly credit: string } | null;
}

/** How many numbers a target of one sample has as the network gives it. */
export function targetWidth(target: Target): number {
  return targetNames(target).length;
}

/** What each number of a target stands for. */
export function targetNames(target: Target): readonly string[] {
  switch (target.kind) {
    case 'classes':
      return target.classes;
    case 'labels':
      return target.labels;
    case 'values':
      return target.columns;
  }
}

/** The names of the classes that a single output learns; none where it learns something else. */
export function classesOf({ targets: [first] }: Dataset): readonly string[] {
  return first.kind === 'classes' ? first.classes : [];
}
