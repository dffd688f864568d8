import { canvasVietnamese } from '@/lib/messages/canvas-vietnamese';
import { inspectorVietnamese } from '@/lib/messages/inspector-vietnamese';
import type { PageMessages } from '@/lib/messages/page-messages';
import { panelsVietnamese } from '@/lib/messages/panels-vietnamese';
import { uiVietnamese } from '@/lib/messages/ui-vietnamese';

export const pageVietnamese: PageMessages = {
  canvas: canvasVietnamese,
  inspector: inspectorVietnamese,
  panels: panelsVietnamese,
  ui: uiVietnamese,
};
