import type { Localized } from '@/lib/core/locale';
import { rewritesEnglish } from '@/lib/messages/rewrites-english';
import { rewritesVietnamese } from '@/lib/messages/rewrites-vietnamese';

/** What the preview of rewrites says. */
export type RewriteMessages = typeof rewritesEnglish;

export const rewriteMessages: Localized<RewriteMessages> = { en: rewritesEnglish, vi: rewritesVietnamese };
