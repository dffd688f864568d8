import type { Json } from '@/lib/core/json';
import type { KerasConfig } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';

/** Takes single values out of a Keras layer's config; what is left out has a default, what is of a wrong kind none. */
export interface ConfigReader {
  has(key: string): boolean;
  number(key: string, otherwise: number): number;
  boolean(key: string, otherwise: boolean): boolean;
  choice<O extends string>(key: string, options: readonly O[], otherwise: O): O;
  /** Two numbers, or one for both. */
  pair(key: string, otherwise: Pair): Pair;
  numbers(key: string): readonly number[];
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
    refuse: () => void wrong(null),
  });
  return sound ? params : null;
}

function isNumber(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function numbersOf(value: Json | undefined): readonly number[] | null {
  if (isNumber(value)) return [value];
  return Array.isArray(value) && value.every(isNumber) ? value : null;
}
