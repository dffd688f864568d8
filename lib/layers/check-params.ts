import { plainName } from '@/lib/core/plain-name';
import type { Cure, ParamPart, ParamValue, Problem } from '@/lib/core/problem';
import type { ExplicitPadding, Field, Fields, Params, ParamsOf } from '@/lib/layers/fields';

export interface CheckedParams<F extends Fields> {
  /** Every field, each within its bounds: a default for a missing value, the nearest that will do for a faulty one. */
  readonly params: ParamsOf<F>;
  /** One for every number or option at fault, with the cure. A missing value is not a fault. */
  readonly problems: readonly Problem[];
}

/** Holds parameters of any origin (a document, a file, a form) against the fields. Never throws. */
export function checkParams<F extends Fields>(fields: F, params: Params): CheckedParams<F> {
  const checked = Object.entries(fields).map(([name, field]) => ({
    name,
    ...(Object.hasOwn(params, name) ? checkField(name, field, params[name]) : sound(field.default)),
  }));
  return {
    params: Object.fromEntries(checked.map(({ name, value }) => [name, value])) as ParamsOf<F>,
    problems: checked.flatMap(({ problems }) => problems),
  };
}

export interface CheckedValue {
  /** The value as it is, or the nearest that the field takes. */
  readonly value: ParamValue;
  readonly problems: readonly Problem[];
}

/** One parameter. Values are taken as unknown, since a file may hold anything. */
export function checkField(name: string, field: Field, value: unknown): CheckedValue {
  const { value: mended, faults } = findFaults(field, value);
  const cures: readonly Cure[] = [{ kind: 'set-param', param: name, value: mended }];
  return { value: mended, problems: faults.map((fault) => ({ ...fault, param: name, cures })) };
}

interface Found<V extends ParamValue> {
  readonly value: V;
  readonly faults: readonly Problem[];
}

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  /** Stands in for what is no number at all. */
  readonly fallback: number;
  readonly part?: ParamPart;
}

function sound(value: ParamValue): CheckedValue {
  return { value, problems: [] };
}

function findFaults(field: Field, value: unknown): Found<ParamValue> {
  switch (field.kind) {
    case 'integer':
    case 'real':
      return inNumber(value, { ...field, whole: field.kind === 'integer', fallback: field.default });
    case 'boolean':
      return inBoolean(field, value);
    case 'choice':
      return inChoice(field, value);
    case 'text':
      return inText(field, value);
    case 'pair':
      return inPair(field, value);
    case 'padding':
      return inPadding(field, value);
    case 'shape':
      return inShape(field, value);
  }
}

type FieldOf<K extends Field['kind']> = Extract<Field, { kind: K }>;

function inNumber(value: unknown, { min, max, whole, fallback, part }: Bounds): Found<number> {
  const where = part === undefined ? {} : { part };
  if (typeof value !== 'number' || !Number.isFinite(value)) return notANumber(value, fallback, where);
  const nearest = Math.min(Math.max(whole ? Math.round(value) : value, min), max);
  if (whole && !Number.isInteger(value)) {
    return { value: nearest, faults: [{ code: 'param/not-integer', values: { value, ...where } }] };
  }
  if (value >= min && value <= max) return { value, faults: [] };
  return { value: nearest, faults: [{ code: 'param/out-of-range', values: { value, min, max, ...where } }] };
}

function inBoolean(field: FieldOf<'boolean'>, value: unknown): Found<boolean> {
  return typeof value === 'boolean' ? { value, faults: [] } : notAnOption(value, field.default, ['true', 'false']);
}

function inChoice(field: FieldOf<'choice'>, value: unknown): Found<string> {
  return typeof value === 'string' && field.options.includes(value)
    ? { value, faults: [] }
    : notAnOption(value, field.default, field.options);
}

function inText(field: FieldOf<'text'>, value: unknown): Found<string> {
  const text = typeof value === 'string' ? value : field.default;
  if (text === value && text.length <= field.most) return { value, faults: [] };
  const values = { length: typeof value === 'string' ? value.length : 0, most: field.most };
  return { value: text.slice(0, field.most), faults: [{ code: 'param/not-text', values }] };
}

function inPair(field: FieldOf<'pair'>, value: unknown): Found<readonly number[]> {
  if (!Array.isArray(value) || value.length !== 2) return notANumber(value, field.default);
  const sides = (['height', 'width'] as const).map((part, axis) =>
    inNumber(value[axis], { ...field, whole: true, fallback: field.default[axis] ?? field.min, part }),
  );
  return { value: sides.map((side) => side.value), faults: sides.flatMap((side) => side.faults) };
}

function inPadding(field: FieldOf<'padding'>, value: unknown): Found<string | ExplicitPadding> {
  if (value === 'valid' || value === 'same') return { value, faults: [] };
  if (typeof value !== 'object' || value === null) return notAnOption(value, field.default, ['valid', 'same']);
  const given: Readonly<Record<string, unknown>> = { ...value };
  const side = (part: keyof ExplicitPadding) => inNumber(given[part], { ...field, whole: true, fallback: 0, part });
  const [top, bottom, left, right] = [side('top'), side('bottom'), side('left'), side('right')];
  return {
    value: { top: top.value, bottom: bottom.value, left: left.value, right: right.value },
    faults: [top, bottom, left, right].flatMap(({ faults }) => faults),
  };
}

function inShape(field: FieldOf<'shape'>, value: unknown): Found<readonly number[]> {
  if (!Array.isArray(value)) return notANumber(value, field.default);
  const sizes = value.map((size: unknown, part) =>
    inNumber(size, { ...field, whole: true, fallback: field.min, part }),
  );
  const whole = sizes.map((size) => size.value);
  if (value.length >= field.minRank && value.length <= field.maxRank) {
    return { value: whole, faults: sizes.flatMap((size) => size.faults) };
  }
  const expected = Array.from({ length: field.maxRank - field.minRank + 1 }, (_, index) => field.minRank + index);
  return { value: field.default, faults: [{ code: 'shape/rank-unsupported', values: { expected, got: whole } }] };
}

function notANumber<V extends ParamValue>(value: unknown, instead: V, where: { part?: ParamPart } = {}): Found<V> {
  return { value: instead, faults: [{ code: 'param/not-a-number', values: { value: describe(value), ...where } }] };
}

function notAnOption<V extends ParamValue>(value: unknown, instead: V, options: readonly string[]): Found<V> {
  return { value: instead, faults: [{ code: 'param/unknown-option', values: { value: describe(value), options } }] };
}

/** Short enough for a message, whatever it is. */
function describe(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : plainName(String(value)).slice(0, 40);
}
