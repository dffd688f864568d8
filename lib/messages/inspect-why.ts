import type { Localized } from '@/lib/core/locale';
import { inspectWhyEnglish } from '@/lib/messages/inspect-why-english';
import { inspectWhyVietnamese } from '@/lib/messages/inspect-why-vietnamese';

export const inspectWhyMessages: Localized<typeof inspectWhyEnglish> = {
  en: inspectWhyEnglish,
  vi: inspectWhyVietnamese,
};
