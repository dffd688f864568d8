import type { Localized } from '@/lib/core/locale';
import { inspectEnglish } from '@/lib/messages/inspect-english';
import { inspectVietnamese } from '@/lib/messages/inspect-vietnamese';

/** What the panel "Look inside" says; of its own, since only that panel needs it. */
export const inspectMessages: Localized<typeof inspectEnglish> = { en: inspectEnglish, vi: inspectVietnamese };
