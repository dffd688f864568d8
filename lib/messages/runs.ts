import type { Localized } from '@/lib/core/locale';
import { runsEnglish } from '@/lib/messages/runs-english';
import { runsVietnamese } from '@/lib/messages/runs-vietnamese';

/** What the panel of runs says, and its files. Loaded with it only. */
export type RunsMessages = typeof runsEnglish;

export const runsMessages: Localized<RunsMessages> = { en: runsEnglish, vi: runsVietnamese };
