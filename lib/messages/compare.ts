import type { Localized } from '@/lib/core/locale';
import { compareEnglish } from '@/lib/messages/compare-english';
import { compareVietnamese } from '@/lib/messages/compare-vietnamese';

/** What the comparison of designs says, on the page, in its files and in a terminal. */
export type CompareMessages = typeof compareEnglish;

export const compareMessages: Localized<CompareMessages> = { en: compareEnglish, vi: compareVietnamese };
