import { TEMPLATE_IDS, type TemplateId, type TemplateTask } from '@/lib/core/template-id';
import { TEMPLATE_FACTS } from '@/lib/document/templates/papers';
import type { TemplateText } from '@/lib/messages/templates';

interface Search {
  readonly query: string;
  /** Null: every task. */
  readonly task: TemplateTask | null;
}

/** The templates of a task in whose name, text, year or paper every word of the query begins a word. */
export function searchTemplates(
  { query, task }: Search,
  texts: Readonly<Record<TemplateId, TemplateText>>,
): readonly TemplateId[] {
  const words = plain(query).split(' ').filter(Boolean);
  return TEMPLATE_IDS.filter((id) => {
    const { task: own, year, paper } = TEMPLATE_FACTS[id];
    if (task !== null && own !== task) return false;
    const { title, description } = texts[id];
    const parts = [id, title, description, year ?? '', paper?.authors ?? '', paper?.title ?? '', paper?.venue ?? ''];
    const spaced = ` ${plain(parts.join(' '))}`;
    // "resnet50" and "vgg 16" are typed for ResNet-50 and VGG-16.
    const joined = spaced.replaceAll(' ', '');
    return words.every((word) => spaced.includes(` ${word}`)) || (words.length > 0 && joined.includes(words.join('')));
  });
}

/** Lower case without accents, every mark a space. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
