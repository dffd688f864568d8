import type { Localized } from '@/lib/core/locale';
import { studiesEnglish } from '@/lib/messages/studies-english';
import { studiesVietnamese } from '@/lib/messages/studies-vietnamese';

/** What studies say, on the page and in their reports. Loaded with them only. */
export type StudiesMessages = typeof studiesEnglish;

export const studiesMessages: Localized<StudiesMessages> = { en: studiesEnglish, vi: studiesVietnamese };
