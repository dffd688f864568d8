import { analyze } from '@/lib/analysis/analyze';
import { areFrozen, freezableLayers, withFrozen } from '@/lib/analysis/freezing';
import { applyCommand } from '@/lib/document/apply-command';
import type { Document } from '@/lib/document/document';
import { buildLenet5 } from '@/lib/document/templates/lenet5';

const lenet = buildLenet5();
const idsOf = (document: Document, type: string) =>
  Object.values(document.nodes).flatMap((node) => (node.type === type ? [node.id] : []));
const [firstConvolution = '', secondConvolution = ''] = idsOf(lenet, 'conv2d');
const [firstPooling = ''] = [...idsOf(lenet, 'avg_pool2d'), ...idsOf(lenet, 'max_pool2d')];

const freeze = (document: Document, frozen: readonly string[]) =>
  applyCommand(document, { kind: 'set-training', settings: { frozen } });

test('layers with weights can be frozen, those without cannot', () => {
  const layers = freezableLayers(analyze(lenet, null), Object.keys(lenet.nodes));
  expect(layers).toHaveLength(idsOf(lenet, 'conv2d').length + idsOf(lenet, 'dense').length);
  expect(freezableLayers(analyze(lenet, null), [firstPooling])).toEqual([]);
});

test('layers are frozen when all that have weights are, and never where none has', () => {
  const analysis = analyze(lenet, null);
  const both = [firstConvolution, secondConvolution];
  expect(areFrozen(analysis, both, [firstConvolution])).toBe(false);
  expect(areFrozen(analysis, [...both, firstPooling], both)).toBe(true);
  expect(areFrozen(analysis, [firstPooling], [firstPooling])).toBe(false);
});

test('freezing adds layers once, and thawing leaves the others frozen', () => {
  expect(withFrozen(['a', 'b'], ['b', 'c'], { isFrozen: true })).toEqual(['a', 'b', 'c']);
  expect(withFrozen(['a', 'b'], ['b', 'c'], { isFrozen: false })).toEqual(['a']);
});

test('a block stands for its layers, by the ids that they have inside it', () => {
  const nodes = [firstConvolution, secondConvolution];
  const grouped = applyCommand(lenet, { kind: 'group', nodes: Object.keys(lenet.nodes).slice(1, 6), name: 'Features' });
  const [block = ''] = idsOf(grouped, 'block');
  expect(freezableLayers(analyze(grouped, null), [block])).toEqual(expect.arrayContaining(nodes));
});

test('a removed layer is forgotten, so that a later one of the same id is not frozen', () => {
  const frozen = freeze(lenet, [firstConvolution, secondConvolution]);
  const without = applyCommand(frozen, { kind: 'remove', nodes: [secondConvolution], edges: [] });
  expect(without.training.frozen).toEqual([firstConvolution]);
  expect(applyCommand(frozen, { kind: 'remove', nodes: [firstPooling], edges: [] }).training).toBe(frozen.training);
});

test('the copy of a frozen layer is frozen too', () => {
  const frozen = freeze(lenet, [firstConvolution]);
  const node = frozen.nodes[firstConvolution];
  if (node === undefined) throw new Error('There is no convolution.');
  const pasted = applyCommand(frozen, { kind: 'paste', nodes: [node], edges: [], offset: { x: 9, y: 9 } });
  const added = Object.keys(pasted.nodes).filter((id) => !(id in frozen.nodes));
  expect(pasted.training.frozen).toEqual([firstConvolution, ...added]);
});
