import type { TemplateId } from '@/lib/core/template-id';
import type { Document } from '@/lib/document/document';
import { TEMPLATES } from '@/lib/document/templates/templates';
import type { TemplateText } from '@/lib/messages/templates';

/** A template as a design, named in the language in which it was chosen. */
export function templateDesign(id: TemplateId, texts: Readonly<Record<TemplateId, TemplateText>>): Document {
  return { ...TEMPLATES[id].build(), name: texts[id].title };
}
