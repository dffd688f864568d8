import type { Found, ImportOptions } from '@/lib/datasets/import/protocol';

/** What every part of the form of choices gets. */
export interface FormProps {
  readonly found: Found;
  readonly options: ImportOptions;
  readonly onChange: (options: ImportOptions) => void;
}
