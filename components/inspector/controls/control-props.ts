import type { ParamValue } from '@/lib/core/problem';
import type { Field } from '@/lib/layers/fields';

/** What every control is given: one field of a layer, its value as it stands in the document, and where changes go. */
export interface ControlProps<K extends Field['kind'] = Field['kind']> {
  readonly field: Extract<Field, { kind: K }>;
  readonly label: string;
  readonly value: ParamValue;
  readonly onChange: (value: ParamValue) => void;
  /** Labels of options, where an option is not a word to show. */
  readonly options: Readonly<Record<string, string>>;
  readonly isInvalid: boolean;
  readonly describedBy: string | undefined;
  readonly isDisabled: boolean;
}
