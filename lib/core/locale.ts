export const LOCALES = ['en', 'vi'] as const;
/** The languages everything people read is written in. */
export type Locale = (typeof LOCALES)[number];

/** One thing in every language: a language left out does not compile. */
export type Localized<T> = { readonly [L in Locale]: T };
