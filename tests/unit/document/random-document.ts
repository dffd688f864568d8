import fc from 'fast-check';
import { applyCommand } from '@/lib/document/apply-command';
import { BLOCK_TYPE } from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import { createDocument } from '@/lib/document/create-document';
import type { Document } from '@/lib/document/document';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import { LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';

/** A gesture before it is known which layers and edges there are: numbers choose among them. */
type Gesture = { readonly kind: string; readonly a: number; readonly b: number; readonly type: string };

const KINDS = [
  'add',
  'add-after',
  'add-after',
  'insert',
  'insert',
  'connect',
  'connect',
  'remove',
  'set-param',
  'set-param',
  'set-param',
  'title',
  'move',
  'cut',
  'reconnect',
  'paste',
  'group',
  'group',
  'ungroup',
  'repeat',
  'use',
  'separate',
  'output',
];

const gestures: fc.Arbitrary<readonly Gesture[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    a: fc.nat(1000),
    b: fc.nat(1000),
    type: fc.constantFrom<string>(...LAYER_TYPES),
  }),
  { maxLength: 16, size: 'max' },
);

/** From nothing, from an input alone, and from networks in which something can go wrong. */
const starts: readonly (readonly Command[])[] = [
  [],
  [{ kind: 'add-layer', type: 'input' }],
  [{ kind: 'replace', document: buildLenet5() }],
  [{ kind: 'replace', document: buildTinyResnet() }],
  [
    { kind: 'replace', document: buildTinyResnet() },
    {
      kind: 'group',
      nodes: ['conv2d_2', 'batch_norm_2', 'relu_2', 'conv2d_3', 'batch_norm_3', 'add_1', 'relu_3'],
      name: 'Residual block',
    },
    { kind: 'set-param', node: 'block_1', param: 'repeat', value: 3 },
  ],
];

/** Commands as people's gestures make them; cycles, second inputs and values out of bounds included. */
export const randomCommands: fc.Arbitrary<readonly Command[]> = fc
  .tuple(fc.constantFrom(...starts), gestures)
  .map(([start, list]) => {
    let document = start.reduce(applyCommand, createDocument('random'));
    const commands = list.flatMap((gesture) => {
      const command = toCommand(document, gesture);
      if (command !== null) document = applyCommand(document, command);
      return command === null ? [] : [command];
    });
    return [...start, ...commands];
  });

export const randomDocument: fc.Arbitrary<Document> = randomCommands.map((commands) =>
  commands.reduce(applyCommand, createDocument('random')),
);

function pick<T>(items: readonly T[], index: number): T | undefined {
  return items[index % Math.max(items.length, 1)];
}

function toCommand(document: Document, { kind, a, b, type }: Gesture): Command | null {
  const node = pick(Object.values(document.nodes), a);
  const other = pick(Object.values(document.nodes), b);
  const edge = pick(Object.values(document.edges), a);
  if (kind === 'add') return { kind: 'add-layer', type };
  if (node === undefined || other === undefined) return null;
  if (kind === 'add-after') return { kind: 'add-layer', type, after: node.id };
  if (kind === 'connect') return { kind: 'connect', source: node.id, target: other.id };
  if (kind === 'remove') return b % 3 === 0 ? { kind: 'remove', nodes: [node.id], edges: [] } : null;
  if (kind === 'title') return { kind: 'set-title', node: node.id, title: `layer ${b % 5}` };
  if (kind === 'move') return { kind: 'move', positions: { [node.id]: { x: a, y: b } } };
  if (kind === 'set-param') return setParam(node.id, node.type, { a, b });
  if (kind === 'group') {
    const from = Object.keys(document.nodes).indexOf(node.id);
    return {
      kind: 'group',
      nodes: Object.keys(document.nodes).slice(from, from + 1 + (b % 4)),
      name: `Block ${b % 3}`,
    };
  }
  const uses = Object.values(document.nodes).filter((each) => each.type === BLOCK_TYPE);
  const use = pick(uses, b);
  if (kind === 'ungroup') return use && b % 2 === 0 ? { kind: 'ungroup', node: use.id } : null;
  if (kind === 'repeat') return use ? { kind: 'set-param', node: use.id, param: 'repeat', value: 1 + (a % 3) } : null;
  if (kind === 'separate') return use ? { kind: 'separate-block', node: use.id, name: 'Other' } : null;
  if (kind === 'use') {
    return use ? { kind: 'add-layer', type: BLOCK_TYPE, params: { ...use.params, repeat: 1 }, after: node.id } : null;
  }
  if (kind === 'output') return b % 3 === 0 ? { kind: 'set-block-output', node: node.id } : null;
  if (kind === 'paste') {
    const { nodes, edges } = document;
    return b % 5 === 0
      ? { kind: 'paste', nodes: Object.values(nodes).slice(0, 3), edges: Object.values(edges), offset: { x: 8, y: 8 } }
      : null;
  }
  if (edge === undefined) return null;
  if (kind === 'insert') return { kind: 'insert-on-edge', edge: edge.id, type };
  if (kind === 'cut') return b % 4 === 0 ? { kind: 'remove', nodes: [], edges: [edge.id] } : null;
  return { kind: 'reconnect', edge: edge.id, source: node.id, target: other.id };
}

function setParam(node: string, type: string, { a, b }: { a: number; b: number }): Command | null {
  const fields = layerDefinition(type)?.fields ?? {};
  const [param, field] = pick(Object.entries(fields), a) ?? [];
  if (param === undefined || field === undefined) return null;
  const number = [0, 1, 2, 3, 5, 7, 2.5, -1, 1e9][b % 9] ?? 1;
  const values = {
    integer: number,
    real: number / 10,
    boolean: b % 2 === 0,
    choice: field.kind === 'choice' ? (pick(field.options, b) ?? 'none') : 'none',
    pair: [number, (b % 4) + 1],
    text: ['Capsule', '', 'x'.repeat(300)][b % 3] ?? '',
    padding: b % 2 === 0 ? 'same' : { top: b % 3, bottom: 1, left: 0, right: b % 2 },
    shape: pick([[28, 28, 1], [32, 32, 3], [10], [4, 4], [0, 3, 3], []], b) ?? [],
  };
  return { kind: 'set-param', node, param, value: values[field.kind] };
}
