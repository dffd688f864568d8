import type { ReceptiveField } from '@/lib/analysis/analysis';
import type { InspectorMessages } from '@/lib/messages/inspector';

/** "14 × 14 px, every 2 × 2 px"; a dash where there is no picture to see. */
export function receptiveFieldText(field: ReceptiveField | null, messages: InspectorMessages): string {
  if (field === null) return '–';
  if (field.global) return messages.receptiveFieldWhole;
  return messages.receptiveFieldText(field.size.join(' × '), field.jump.join(' × '));
}
