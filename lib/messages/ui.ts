import type { Localized } from '@/lib/core/locale';
import { uiEnglish } from '@/lib/messages/ui-english';
import { uiVietnamese } from '@/lib/messages/ui-vietnamese';

/** What the frame around the canvas says: header, panels, dialogs, actions, notices. */
export type UiMessages = typeof uiEnglish;

export const uiMessages: Localized<UiMessages> = { en: uiEnglish, vi: uiVietnamese };
