import { pageMessages } from '@/lib/messages/page-messages';
import type { uiEnglish } from '@/lib/messages/ui-english';

/** What the frame around the canvas says: header, panels, dialogs, actions, notices. */
export type UiMessages = typeof uiEnglish;

export const uiMessages = pageMessages('ui');
