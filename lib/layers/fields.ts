import type { ParamValue } from '@/lib/core/problem';

/** How much a convolution or pooling window's border is padded, in pixels. */
export type ExplicitPadding = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};
export type Padding = 'valid' | 'same' | ExplicitPadding;
/** height, width */
export type Pair = readonly [number, number];

interface FieldBase {
  /** Shown on the node's face on the canvas, in this order of the fields, when it differs from `default` or is 'always'. */
  readonly onNode?: 'always' | 'when-changed';
  /** A parameter rarely needed: folded away in the inspector. */
  readonly advanced?: true;
  /** Unit shown after the control: 'px', '%' … */
  readonly unit?: string;
}

export type Field = FieldBase &
  (
    | { readonly kind: 'integer'; readonly default: number; readonly min: number; readonly max: number }
    | {
        readonly kind: 'real';
        readonly default: number;
        readonly min: number;
        readonly max: number;
        readonly step: number;
      }
    | { readonly kind: 'boolean'; readonly default: boolean }
    /** Free text; `lines`: shown in as many. */
    | { readonly kind: 'text'; readonly default: string; readonly most: number; readonly lines?: number }
    | { readonly kind: 'choice'; readonly default: string; readonly options: readonly string[] }
    /** Two whole numbers: height, width. */
    | { readonly kind: 'pair'; readonly default: Pair; readonly min: number; readonly max: number }
    | { readonly kind: 'padding'; readonly default: Padding; readonly min: number; readonly max: number }
    /** Sizes of one sample: between minRank and maxRank whole numbers, each in [min, max]. */
    | {
        readonly kind: 'shape';
        readonly default: readonly number[];
        readonly min: number;
        readonly max: number;
        readonly minRank: number;
        readonly maxRank: number;
      }
  );

export type Fields = Readonly<Record<string, Field>>;

type ParamOfField<F extends Field> = F extends { kind: 'integer' | 'real' }
  ? number
  : F extends { kind: 'boolean' }
    ? boolean
    : F extends { kind: 'choice'; options: readonly (infer O)[] }
      ? O
      : F extends { kind: 'text' }
        ? string
        : F extends { kind: 'pair' }
          ? Pair
          : F extends { kind: 'padding' }
            ? Padding
            : readonly number[];

/** The parameters of a layer, typed from its fields. */
export type ParamsOf<F extends Fields> = { readonly [K in keyof F]: ParamOfField<F[K]> };

/** Parameters as they stand in a document, before anything is known of the layer. */
export type Params = Readonly<Record<string, ParamValue>>;

export function defaultParams<F extends Fields>(fields: F): ParamsOf<F> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.default])) as ParamsOf<F>;
}
