import type { Locale } from '@/lib/core/locale';

/** What a built-in data set and the things in it are called; in the order of its definition. */
export interface DataNames {
  readonly title: string;
  readonly targets: readonly ({ readonly classes: readonly string[] } | { readonly columns: readonly string[] })[];
}

/** By the data set's id, where its definition's own (English) names are not those of the language. */
export const DATA_NAMES: Readonly<Partial<Record<Locale, Readonly<Record<string, DataNames>>>>> = {
  vi: {
    scenes: {
      title: 'Nhà / người / cây',
      targets: [{ classes: ['nhà', 'người', 'cây'] }, { columns: ['trái', 'trên', 'phải', 'dưới'] }],
    },
  },
};
