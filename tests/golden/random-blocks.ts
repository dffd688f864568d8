import { sameShape } from '@/lib/core/tensor-type';
import { analyze } from '@/lib/analysis/analyze';
import { applyCommand } from '@/lib/document/apply-command';
import { canGroup } from '@/lib/document/commands/group';
import type { Document } from '@/lib/document/document';
import { addedNodes } from '@/lib/document/graph';
import { createRandom, type Random } from '@/lib/core/random';
import { randomDesign } from '@/tests/golden/random-design';

/** A random design some of whose layers are blocks, repeated and used again where the sizes allow it, and nested. */
export function randomBlocks(seed: number): Document {
  const random = createRandom(seed + 1000);
  let document = randomDesign(seed);
  for (let turn = 0; turn < 3; turn += 1) document = groupSome(document, random);
  return document;
}

function groupSome(document: Document, random: Random): Document {
  const order = Object.values(document.nodes).filter(({ scope }) => scope === undefined);
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const from = random.below(order.length);
    const nodes = order.slice(from, from + 1 + random.below(4)).map(({ id }) => id);
    if (!canGroup(document, nodes).ok) continue;
    const grouped = applyCommand(document, {
      kind: 'group',
      nodes,
      name: NAMES[random.below(NAMES.length)] ?? 'Block',
    });
    const use = addedNodes(document, grouped).find((id) => grouped.nodes[id]?.type === 'block');
    if (use !== undefined && isSound(grouped)) return extended(grouped, use, random);
  }
  return document;
}

const NAMES = [
  'Residual block',
  'Giai đoạn',
  '*/ new',
  'tf',
  'name',
  'a block whose name goes on and on until nobody would read it',
];

function extended(document: Document, use: string, random: Random): Document {
  const { layers } = analyze(document, null);
  const [input] = layers[use]?.inputs ?? [];
  const [before, after] = [layers[input ?? '']?.output, layers[use]?.output];
  if (!before || !after || !sameShape(before.shape, after.shape)) return document;
  const repeated = applyCommand(document, {
    kind: 'set-param',
    node: use,
    param: 'repeat',
    value: 1 + random.below(3),
  });
  const again = applyCommand(repeated, {
    kind: 'add-layer',
    type: 'block',
    params: { block: document.nodes[use]?.params['block'] ?? '' },
    after: use,
  });
  return [again, repeated].find(isSound) ?? document;
}

function isSound(document: Document): boolean {
  return !analyze(document, null).hasErrors;
}
