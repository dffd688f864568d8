import { canvasEnglish } from '@/lib/messages/canvas-english';
import { inspectorEnglish } from '@/lib/messages/inspector-english';
import type { PageMessages } from '@/lib/messages/page-messages';
import { panelsEnglish } from '@/lib/messages/panels-english';
import { uiEnglish } from '@/lib/messages/ui-english';

export const pageEnglish: PageMessages = {
  canvas: canvasEnglish,
  inspector: inspectorEnglish,
  panels: panelsEnglish,
  ui: uiEnglish,
};
