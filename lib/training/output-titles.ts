import type { ModelPlan } from '@/lib/compile/plan';
import type { Locale } from '@/lib/core/locale';
import type { Document } from '@/lib/document/document';
import { flatTitle } from '@/lib/document/flat-title';

/** What people call each output, by the name of its layer; those that are called alike have their ids behind. */
export function outputTitles(
  plan: Pick<ModelPlan, 'outputs' | 'layers'>,
  document: Document,
  locale: Locale,
): ReadonlyMap<string, string> {
  const outputs = plan.outputs.map((name) => {
    const node = plan.layers.find((layer) => layer.name === name)?.node ?? name;
    return { name, node, title: flatTitle(document, node, locale) };
  });
  const isShared = (title: string) => outputs.filter((output) => output.title === title).length > 1;
  return new Map(outputs.map(({ name, node, title }) => [name, isShared(title) ? `${title} (${node})` : title]));
}
