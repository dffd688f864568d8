import type { Json } from '@/lib/core/json';
import type { TensorType } from '@/lib/core/tensor-type';
import type { KerasConfig, KerasReader } from '@/lib/layers/definition';
import type { ExplicitPadding, Pair } from '@/lib/layers/fields';

/** Takes single values out of a Keras layer's config; what is left out has a default, what is of a wrong kind none. */
export interface ConfigReader {
  has(key: string): boolean;
  isText(key: string): boolean;
  number(key: string, otherwise: number): number;
  boolean(key: string, otherwise: boolean): boolean;
  choice<O extends string>(key: string, options: readonly O[], otherwise: O): O;
  /** Two numbers, or one for both. */
  pair(key: string, otherwise: Pair): Pair;
  numbers(key: string): readonly number[];
  /** The sizes of a shape whose first one is the batch, which is left out. */
  sizes(key: string): readonly number[];
  /** Refuses an axis (the batch counted) that is not the last one of `rank` sizes without the batch. */
  lastAxis(key: string, rank: number, otherwise: number): void;
  /** Keras's `padding` of a ZeroPadding2D: one number, two, or two pairs. */
  borders(key: string): ExplicitPadding;
  /** Says that the layer cannot stand for this config after all. */
  refuse(): void;
}

/** What `make` reads from a config; null where it asks for something that is missing or senseless, or refuses. */
export function readConfig<P>({ config }: KerasConfig, make: (read: ConfigReader) => P): P | null {
  let sound = true;
  const wrong = <V>(instead: V): V => {
    sound = false;
    return instead;
  };
  const valueOf = (key: string): Json | undefined => (Object.hasOwn(config, key) ? config[key] : undefined);
  const absent = (value: Json | undefined) => value === undefined || value === null;
  const params = make({
    has: (key) => !absent(valueOf(key)),
    isText: (key) => typeof valueOf(key) === 'string',
    number(key, otherwise) {
      const value = valueOf(key);
      return absent(value) ? otherwise : isNumber(value) ? value : wrong(otherwise);
    },
    boolean(key, otherwise) {
      const value = valueOf(key);
      return absent(value) ? otherwise : typeof value === 'boolean' ? value : wrong(otherwise);
    },
    choice(key, options, otherwise) {
      const value = valueOf(key);
      return absent(value) ? otherwise : (options.find((option) => option === value) ?? wrong(otherwise));
    },
    pair(key, otherwise) {
      const value = valueOf(key);
      if (absent(value)) return otherwise;
      if (isNumber(value)) return [value, value];
      const [first, second] = numbersOf(value) ?? [];
      return first === undefined ? wrong(otherwise) : [first, second ?? first];
    },
    numbers: (key) => numbersOf(valueOf(key)) ?? wrong([]),
    sizes(key) {
      const value = valueOf(key);
      return (Array.isArray(value) ? numbersOf(value.slice(1)) : null) ?? wrong([]);
    },
    lastAxis(key, rank, otherwise) {
      const axes = absent(valueOf(key)) ? [otherwise] : (numbersOf(valueOf(key)) ?? []);
      if (axes.length !== 1 || (axes[0] !== -1 && axes[0] !== rank)) wrong(null);
    },
    borders(key) {
      const value = absent(valueOf(key)) ? 1 : valueOf(key);
      const sides = Array.isArray(value) ? value : [value, value];
      const [rows, columns] = sides.map(numbersOf);
      if (sides.length !== 2 || rows?.length === 0 || columns?.length === 0) return wrong(NO_BORDERS);
      const [top = 0, bottom = top] = rows ?? wrong([]);
      const [left = 0, right = left] = columns ?? wrong([]);
      return { top, bottom, left, right };
    },
    refuse: () => void wrong(null),
  });
  return sound ? params : null;
}

/** A reader of a single Keras layer; `make` may refuse. */
export function readsClass<P>(
  className: string,
  make: (read: ConfigReader, inputs: readonly TensorType[], config: KerasConfig) => P,
): KerasReader<P> {
  return {
    classes: [className],
    params: ([only], inputs) => (only === undefined ? null : readConfig(only, (read) => make(read, inputs, only))),
  };
}

/** Keras's `Activation` layer with this function, which has nothing to set. */
export function readsActivation(name: string): KerasReader<Record<string, never>> {
  const reader = readsClass('Activation', (read) => {
    if (read.choice('activation', [name], '') !== name) read.refuse();
    return {};
  });
  return { ...reader, functions: [name] };
}

const NO_BORDERS: ExplicitPadding = { top: 0, bottom: 0, left: 0, right: 0 };

function isNumber(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function numbersOf(value: Json | undefined): readonly number[] | null {
  if (isNumber(value)) return [value];
  return Array.isArray(value) && value.every(isNumber) ? value : null;
}
