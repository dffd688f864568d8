import { fitDesign, nextFit } from '@/components/data/fit-design';
import { setAddedDatasets } from '@/lib/datasets/registry';
import { mnist } from '@/lib/datasets/mnist';
import { scenes } from '@/lib/datasets/scenes/scenes';
import { buildTwoHead } from '@/lib/document/templates/two-head';
import { createBrowser } from '../state/browser-double';

const cats = { ...mnist, id: 'cats-00000001', title: 'Cats', inputShape: [40, 32, 3] } as const;
const dataset = { ...cats, targets: [{ kind: 'classes', name: 'class', classes: ['cat', 'dog', 'bird'] }] } as const;

afterEach(() => setAddedDatasets([]));

test('a design is made to fit a data set of another shape and number of classes, in one step of undo', async () => {
  setAddedDatasets([dataset]);
  const { workspace } = await (await createBrowser()).openTab();
  const { store, actions } = workspace;
  actions.apply({ kind: 'set-training', settings: { dataset: dataset.id } });
  expect(store.getState().analysis.hasErrors).toBe(true);
  fitDesign(workspace);
  const { analysis, document } = store.getState();
  expect(analysis.hasErrors).toBe(false);
  expect(nextFit(analysis)).toBeNull();
  expect(analysis.layers[analysis.network[0] ?? '']?.output?.shape).toEqual([40, 32, 3]);
  expect(analysis.layers[analysis.output ?? '']?.output?.shape).toEqual([3]);
  expect(document.training.dataset).toBe(dataset.id);
  actions.undo();
  expect(store.getState().document.training.dataset).toBe(dataset.id);
  expect(store.getState().analysis.hasErrors).toBe(true);
});

test('each output of a design with several is made to fit the target that is left for it', async () => {
  const { workspace } = await (await createBrowser()).openTab();
  const { store, actions } = workspace;
  actions.apply({ kind: 'replace', document: buildTwoHead() });
  actions.apply({ kind: 'set-training', settings: { dataset: scenes.id } });
  expect(store.getState().analysis.hasErrors).toBe(true);
  fitDesign(workspace);
  const { analysis } = store.getState();
  expect(analysis.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(analysis.outputs.map((id) => analysis.layers[id]?.output?.shape)).toEqual([[3], [4]]);
});

test('a network for pictures is not offered to be made one for rows of numbers', async () => {
  setAddedDatasets([{ ...dataset, inputShape: [13], element: 'float32' }]);
  const { workspace } = await (await createBrowser()).openTab();
  workspace.actions.apply({ kind: 'set-training', settings: { dataset: dataset.id } });
  const { analysis } = workspace.store.getState();
  expect(analysis.diagnostics.map(({ code }) => code)).toContain('task/input-shape');
  expect(nextFit(analysis)).toBeNull();
});

test('a design that fits is left as it is', async () => {
  const { workspace } = await (await createBrowser()).openTab();
  const before = workspace.store.getState().document;
  fitDesign(workspace);
  expect(workspace.store.getState().document).toBe(before);
});

test('a design is checked anew when its data set becomes known', async () => {
  const { workspace } = await (await createBrowser()).openTab();
  const { store, actions } = workspace;
  actions.apply({ kind: 'set-training', settings: { dataset: dataset.id } });
  expect(store.getState().analysis.hasErrors).toBe(false);
  setAddedDatasets([dataset]);
  workspace.reanalyze();
  expect(nextFit(store.getState().analysis)).not.toBeNull();
});
