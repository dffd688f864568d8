import type { Locale } from '@/lib/core/locale';

/** What a built-in data set and the things in it are called; in the order of its definition. */
export interface DataNames {
  readonly title: string;
  /** Of each target: its classes, or the columns of its values. */
  readonly targets: readonly (readonly string[])[];
}

/** By the data set's id, where its definition's own (English) names are not those of the language. */
export const DATA_NAMES: Readonly<Record<Locale, Readonly<Record<string, DataNames>>>> = {
  en: {},
  vi: {
    scenes: {
      title: 'Nhà / người / cây',
      targets: [
        ['nhà', 'người', 'cây'],
        ['trái', 'trên', 'phải', 'dưới'],
      ],
    },
  },
};
