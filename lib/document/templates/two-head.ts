import type { Document } from '@/lib/document/document';
import { addChain, createBuilder, withoutDataset, type Link } from '@/lib/document/templates/build-chain';
import { convolutionRelu, named } from '@/lib/document/templates/units';

/**
 * What is it, and where? One trunk, two outputs: ten classes, and a box as four shares of the picture (centre, width, height).
 * After Sermanet et al., "OverFeat: Integrated Recognition, Localization and Detection using Convolutional Networks", ICLR
 * 2014, who put a regression for the box beside the classifier on the same features; a small network of our own.
 */
export function buildTwoHead(): Document {
  const builder = createBuilder('Class and box');
  const trunk = addChain(builder, [
    ['input', { shape: [96, 96, 3] }],
    ...[16, 32, 64, 128].flatMap((filters): readonly Link[] => [...convolutionRelu(filters, 3), ['max_pool2d']]),
    ['flatten'],
  ]);
  const heads = HEADS.map(({ title, units, last }) => {
    const head: readonly Link[] = [['dense', { units: 64 }], ['relu'], ['dense', { units }], last];
    return named(builder, addChain(builder, head, trunk), title);
  });
  builder.apply({ kind: 'set-outputs', nodes: heads });
  return withoutDataset(builder.build());
}

const HEADS: readonly { readonly title: string; readonly units: number; readonly last: Link }[] = [
  { title: 'Class', units: 10, last: ['softmax'] },
  { title: 'Box', units: 4, last: ['sigmoid'] },
];
