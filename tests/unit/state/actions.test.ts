import { saveDocument } from '@/lib/document/save';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import type { ActionId } from '@/lib/state/action';
import { createActionBench } from './action-bench';

async function readyBench() {
  const bench = createActionBench();
  await bench.workspace.ready;
  const run = async (id: ActionId) => {
    if (!bench.actions.byId[id].enabled()) throw new Error(`${id} is disabled`);
    bench.actions.byId[id].run();
    await bench.settle();
  };
  return { ...bench, run, document: () => bench.workspace.store.getState().document };
}

const noticesOf = ({ notices }: Awaited<ReturnType<typeof readyBench>>) =>
  notices.store.getState().map(({ content }) => content.kind);

describe('the clipboard', () => {
  test('copied layers are pasted with the edges between them, selected, and connected to nothing else', async () => {
    const bench = await readyBench();
    bench.workspace.actions.select({ nodes: ['conv2d_2', 'tanh_2', 'dense_1'], edges: [] });
    await bench.run('copy');
    await bench.run('paste');
    const { nodes, edges } = bench.document();
    const { selection } = bench.workspace.store.getState();
    expect(Object.keys(nodes)).toHaveLength(14 + 3);
    expect(selection.nodes).toHaveLength(3);
    const touching = Object.values(edges).filter(
      ({ source, target }) => selection.nodes.includes(source) || selection.nodes.includes(target),
    );
    expect(touching.map(({ source, target }) => [nodes[source]?.type, nodes[target]?.type])).toEqual([
      ['conv2d', 'tanh'],
    ]);
    expect(nodes[selection.nodes[0] ?? '']?.params['filters']).toBe(16);
  });

  test('pasting again lands beside the first copy, not on it', async () => {
    const bench = await readyBench();
    bench.workspace.actions.select({ nodes: ['flatten_1'], edges: [] });
    await bench.run('copy');
    await bench.run('paste');
    await bench.run('paste');
    const places = Object.values(bench.document().nodes).map(({ position }) => `${position.x},${position.y}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test('cut is copy and remove, and one step back brings the layers home', async () => {
    const bench = await readyBench();
    const before = bench.document();
    bench.workspace.actions.select({ nodes: ['tanh_1'], edges: [] });
    await bench.run('cut');
    expect(bench.document().nodes['tanh_1']).toBeUndefined();
    await bench.run('undo');
    expect(bench.document()).toEqual(before);
  });

  test.each([['plain words'], ['{"format":"shapeflow"}'], ['{"nodes":{}}'], ['']])(
    'pasting %j changes nothing and says so',
    async (text) => {
      const bench = await readyBench();
      bench.putOnClipboard(text);
      const before = bench.document();
      await bench.run('paste');
      expect(bench.document()).toBe(before);
      expect(noticesOf(bench)).toEqual(['nothing-to-paste']);
    },
  );
});

describe('selection', () => {
  test('the next and the previous layer follow the computation and go round', async () => {
    const bench = await readyBench();
    const selected = () => bench.workspace.store.getState().selection.nodes;
    await bench.run('select-next');
    expect(selected()).toEqual(['input_1']);
    await bench.run('select-next');
    expect(selected()).toEqual(['conv2d_1']);
    await bench.run('select-previous');
    await bench.run('select-previous');
    expect(selected()).toEqual(['softmax_1']);
  });

  test('everything selected and deleted leaves an empty design, in one step', async () => {
    const bench = await readyBench();
    await bench.run('select-all');
    await bench.run('delete');
    expect(bench.document().nodes).toEqual({});
    await bench.run('undo');
    expect(Object.keys(bench.document().nodes)).toHaveLength(14);
  });

  test('what needs a selection is disabled without one', async () => {
    const bench = await readyBench();
    const needing: readonly ActionId[] = ['cut', 'copy', 'duplicate', 'delete', 'clear-selection', 'rename-layer'];
    expect(needing.filter((id) => bench.actions.byId[id].enabled())).toEqual([]);
  });
});

describe('ports', () => {
  test('an action whose part of the page is absent is disabled, and enabled once it is there', async () => {
    const bench = await readyBench();
    const changes = jest.fn();
    bench.actions.subscribe(changes);
    expect(bench.actions.byId.train.enabled()).toBe(false);
    const train = jest.fn();
    const idle = { canPause: false, canStop: false, train, pause: jest.fn(), stop: jest.fn() };
    const takeBack = bench.ports.register('run', { ...idle, canTrain: true });
    expect(changes).toHaveBeenCalled();
    await bench.run('train');
    expect(train).toHaveBeenCalledTimes(1);
    expect(bench.actions.byId.stop.enabled()).toBe(false);
    takeBack();
    expect(bench.actions.byId.train.enabled()).toBe(false);
  });

  test('a port that was replaced meanwhile is not taken back by its former owner', async () => {
    const bench = await readyBench();
    const summary = () => ({ copyMarkdown: jest.fn(), copyCsv: jest.fn() });
    const takeBack = bench.ports.register('summary', summary());
    bench.ports.register('summary', summary());
    takeBack();
    expect(bench.actions.byId['copy-summary-csv'].enabled()).toBe(true);
  });
});

describe('files', () => {
  test('a design saved to a file and opened again is the same design, beside the first', async () => {
    const bench = await readyBench();
    await bench.run('save-file');
    const [file] = bench.saved;
    bench.offerFile({ name: 'lenet', text: file?.text ?? '', handle: null });
    const before = bench.document();
    await bench.run('open-file');
    expect(bench.document()).toEqual({ ...before, name: 'LeNet-5 2' });
    expect(bench.workspace.store.getState().designs).toHaveLength(2);
    expect(bench.reports.store.getState()).toEqual([]);
  });

  test('a file with repairs opens and reports them', async () => {
    const bench = await readyBench();
    const text = saveDocument(buildTinyResnet()).replace('"target": "softmax_1"', '"target": "nowhere"');
    bench.offerFile({ name: 'resnet', text, handle: null });
    await bench.run('open-file');
    const [report] = bench.reports.store.getState();
    expect(report).toMatchObject({ kind: 'repaired', name: 'Tiny ResNet', warnings: [{ code: 'file/bad-edge' }] });
  });

  test('a file that is not ours opens nothing and is reported', async () => {
    const bench = await readyBench();
    bench.offerFile({ name: 'letter', text: 'Dear Sir', handle: null });
    await bench.run('open-file');
    expect(bench.reports.store.getState()).toEqual([
      { kind: 'unreadable', name: 'letter', problem: { code: 'file/not-json', values: {} }, from: 'file' },
    ]);
    expect(bench.workspace.store.getState().designs).toHaveLength(1);
  });
});

describe('designs and preferences', () => {
  test('a new design is empty and has a name in the language of the page', async () => {
    const bench = await readyBench();
    await bench.run('language-vi');
    await bench.run('new-design');
    expect(bench.document().nodes).toEqual({});
    expect(bench.document().name).toBe('Thiết kế chưa đặt tên');
  });

  test('showing the panel that is open closes it', async () => {
    const bench = await readyBench();
    const open = () => bench.preferences.store.getState().bottomPanel;
    await bench.run('show-code');
    expect(open()).toBe('code');
    await bench.run('show-summary');
    expect(open()).toBe('summary');
    await bench.run('show-summary');
    expect(open()).toBeNull();
  });

  test('the theme and the language that hold already are not offered', async () => {
    const bench = await readyBench();
    expect(bench.actions.byId['theme-system'].enabled()).toBe(false);
    await bench.run('theme-dark');
    expect(bench.actions.byId['theme-system'].enabled()).toBe(true);
    expect(bench.actions.byId['language-en'].enabled()).toBe(false);
  });
});
