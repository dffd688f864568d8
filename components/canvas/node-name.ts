import type { NodeId } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { formatShape } from '@/lib/core/tensor-type';
import type { Analysis } from '@/lib/analysis/analysis';
import { areFrozen } from '@/lib/analysis/freezing';
import { definitionOf, repeatOf } from '@/lib/document/blocks';
import type { Document, DocumentNode } from '@/lib/document/document';
import { layerTitle } from '@/lib/document/layer-title';
import { layerDefinition } from '@/lib/layers/registry';
import { canvasMessages } from '@/lib/messages/canvas';
import { faceParams } from '@/lib/layers/face-params';
import { notesText } from '@/components/canvas/notes-text';
import { problemsOfNode } from '@/components/problems/problem-index';

interface NodeToName {
  readonly node: DocumentNode;
  readonly blocks: Document['blocks'];
  readonly analysis: Analysis;
  readonly locale: Locale;
  readonly frozen: readonly NodeId[];
}

/** A layer's face in words: "Conv2D, Filters 6, Kernel 5 × 5, output 28 × 28 × 6, 1 problem". */
export function nodeName({ node, blocks, analysis, locale, frozen }: NodeToName): string {
  const messages = canvasMessages[locale];
  const definition = layerDefinition(node.type);
  const params = definition === null ? [] : faceParams(definition, node.params, locale);
  const output = analysis.layers[node.id]?.output;
  const problems = problemsOfNode(analysis, node.id).length;
  return [
    layerTitle(node, locale, blocks),
    ...(definitionOf({ blocks }, node) === null ? [] : [messages.block(repeatOf(node))]),
    ...params.map(({ label, value }) => `${label} ${value}`),
    output ? messages.output(formatShape(output.shape)) : messages.shapeUnknown,
    ...(areFrozen(analysis, [node.id], frozen) ? [messages.frozen] : []),
    ...(node.notes ? [notesText(messages, Object.entries(node.notes))] : []),
    ...(problems > 0 ? [messages.problems(problems)] : []),
  ].join(', ');
}
