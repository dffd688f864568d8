import type { FileProblem } from '@/lib/core/file-problem';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { Result } from '@/lib/core/result';
import type { SaveFormat } from '@/lib/core/save-note';
import type { Document } from '@/lib/document/document';
import type { OpenedFiles } from '@/lib/interop/open-files';

/** What the worker for files of other tools is asked, and what it answers. */
export type ModelJob =
  | { readonly kind: 'open'; readonly files: readonly File[] }
  | {
      readonly kind: 'save';
      readonly document: Document;
      readonly format: SaveFormat;
      readonly weights: readonly NamedTensor[] | null;
    };

export interface SavedModel {
  readonly path: string;
  readonly content: Blob;
}

export type ModelReply =
  | { readonly kind: 'opened'; readonly result: Result<OpenedFiles, FileProblem> }
  | { readonly kind: 'saved'; readonly result: Result<SavedModel, never> }
  | { readonly kind: 'failed'; readonly detail: string };
