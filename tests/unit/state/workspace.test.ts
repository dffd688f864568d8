import { createDocument } from '@/lib/document/create-document';
import { createBrowser, type TabDouble } from './browser-double';

function rename(tab: TabDouble, name: string): void {
  tab.workspace.actions.apply({ kind: 'set-name', name });
}

const state = (tab: TabDouble) => tab.workspace.store.getState();
const notices = (tab: TabDouble) => tab.notices.store.getState().map(({ content }) => content.kind);

test('a first visit finds LeNet-5 on the canvas, analyzed, selected nowhere and kept', async () => {
  const browser = createBrowser();
  const tab = await browser.openTab();
  expect(state(tab).document.name).toBe('LeNet-5');
  expect(state(tab).analysis.totals.params).toBe(61_706);
  expect(state(tab).selection).toEqual({ nodes: [], edges: [] });
  expect(state(tab).saveState).toBe('saved');
  expect([...browser.designs.values()].map(({ name }) => name)).toEqual(['LeNet-5']);
});

describe('editing', () => {
  test('each command is one step back and forth, and the analysis follows', async () => {
    const browser = createBrowser();
    const tab = await browser.openTab();
    const before = state(tab).document;
    tab.workspace.actions.apply({ kind: 'set-param', node: 'dense_1', param: 'units', value: 200 });
    tab.workspace.actions.apply({ kind: 'remove', nodes: ['tanh_1'], edges: [] });
    expect(state(tab).analysis.totals.params).toBe(61_706 + 80 * (400 + 1 + 84));
    expect(state(tab).canRedo).toBe(false);
    tab.workspace.actions.undo();
    tab.workspace.actions.undo();
    expect(state(tab).document).toEqual(before);
    expect(state(tab).canUndo).toBe(false);
    tab.workspace.actions.redo();
    expect(state(tab).analysis.totals.params).toBe(61_706 + 80 * (400 + 1 + 84));
  });

  test('commands of one gesture are one step', async () => {
    const tab = await createBrowser().openTab();
    for (const units of [1, 12, 120]) {
      tab.workspace.actions.apply({ kind: 'set-param', node: 'dense_2', param: 'units', value: units }, 'typing');
    }
    tab.workspace.actions.undo();
    expect(state(tab).document.nodes['dense_2']?.params['units']).toBe(84);
    expect(state(tab).canUndo).toBe(false);
  });

  test('what was added is selected, and what is gone is selected no longer', async () => {
    const tab = await createBrowser().openTab();
    tab.workspace.actions.apply({ kind: 'add-layer', type: 'relu', after: 'conv2d_1' });
    expect(state(tab).selection.nodes).toEqual(['relu_1']);
    tab.workspace.actions.undo();
    expect(state(tab).selection.nodes).toEqual([]);
  });

  test('a selection of layers that do not exist selects nothing', async () => {
    const tab = await createBrowser().openTab();
    tab.workspace.actions.select({ nodes: ['conv2d_1', 'nowhere'], edges: ['nothing'] });
    expect(state(tab).selection).toEqual({ nodes: ['conv2d_1'], edges: [] });
  });
});

describe('keeping', () => {
  test('an edit is saved when the edits pause, and is there in the next visit', async () => {
    const browser = createBrowser();
    const first = await browser.openTab();
    rename(first, 'Mine');
    expect(state(first).saveState).toBe('saving');
    await browser.settle();
    expect(state(first).saveState).toBe('saved');
    await first.kill();
    const second = await browser.openTab();
    expect(state(second).document.name).toBe('Mine');
  });

  test('an edit just before the page closes is not lost', async () => {
    const browser = createBrowser();
    const first = await browser.openTab();
    browser.failure = 'other';
    rename(first, 'In the last moment');
    await first.close();
    browser.failure = null;
    const second = await browser.openTab();
    expect(state(second).document.name).toBe('In the last moment');
    await browser.settle();
    expect([...browser.designs.values()].map(({ name }) => name)).toEqual(['In the last moment']);
  });

  test('a full storage is told once, editing goes on, and the next edit tries again', async () => {
    const browser = createBrowser();
    const tab = await browser.openTab();
    browser.failure = 'quota';
    rename(tab, 'One');
    await browser.settle();
    rename(tab, 'Two');
    await browser.settle();
    expect(state(tab).saveState).toBe('failed');
    expect(notices(tab)).toEqual(['save-failed']);
    browser.failure = null;
    rename(tab, 'Three');
    await browser.settle();
    expect(state(tab).saveState).toBe('saved');
    expect([...browser.designs.values()].map(({ name }) => name)).toEqual(['Three']);
  });

  test('what could not be saved is still there after a look at another design', async () => {
    const browser = createBrowser();
    const tab = await browser.openTab();
    const first = state(tab).openDesign;
    tab.workspace.actions.newDesign(createDocument('Second'));
    await browser.settle();
    const second = state(tab).openDesign;
    browser.failure = 'quota';
    rename(tab, 'Unsaved');
    await browser.settle();
    await tab.workspace.actions.openDesign(first);
    browser.failure = null;
    await tab.workspace.actions.openDesign(second);
    expect(state(tab).document.name).toBe('Unsaved');
    await browser.settle();
    expect(browser.designs.get(second)?.name).toBe('Unsaved');
    expect(state(tab).saveState).toBe('saved');
  });

  test('what could not be saved is there in the next visit, where the browser has other room for it', async () => {
    const browser = createBrowser();
    const first = await browser.openTab();
    browser.failure = 'quota';
    rename(first, 'Unsaved');
    await browser.settle();
    await first.close();
    browser.failure = null;
    const second = await browser.openTab();
    await browser.settle();
    expect(state(second).document.name).toBe('Unsaved');
    expect([...browser.designs.values()].map(({ name }) => name)).toEqual(['Unsaved']);
  });

  test('a full storage does not keep a design from being opened, and editing goes on', async () => {
    const browser = createBrowser();
    const first = await browser.openTab();
    rename(first, 'Kept');
    await browser.settle();
    await first.close();
    browser.failure = 'quota';
    const second = await browser.openTab();
    expect(state(second).document.name).toBe('Kept');
    expect(state(second).saveState).toBe('failed');
    expect(notices(second)).toEqual(['save-failed']);
    browser.failure = null;
    rename(second, 'Kept again');
    await browser.settle();
    expect(state(second).saveState).toBe('saved');
    expect([...browser.designs.values()].map(({ name }) => name)).toEqual(['Kept again']);
  });

  test('a new design while storage is full stands beside the others, and takes the place of none', async () => {
    const browser = createBrowser();
    const tab = await browser.openTab();
    browser.failure = 'quota';
    rename(tab, 'Unsaved');
    await browser.settle();
    tab.workspace.actions.newDesign(createDocument('Another'));
    await browser.settle();
    browser.failure = null;
    rename(tab, 'Another one');
    await browser.settle();
    expect([...browser.designs.values()].map(({ name }) => name)).toEqual(['LeNet-5', 'Another one']);
    await tab.close();
    const next = await browser.openTab();
    const first = state(next).designs.find(({ id }) => id !== state(next).openDesign)?.id ?? '';
    await next.workspace.actions.openDesign(first);
    expect(state(next).document.name).toBe('Unsaved');
  });

  test('a design that storage does not give out is not overwritten with the one on the canvas', async () => {
    const browser = createBrowser();
    const tab = await browser.openTab();
    const first = state(tab).openDesign;
    tab.workspace.actions.newDesign(createDocument('Second'));
    await browser.settle();
    browser.isBarred = true;
    await tab.workspace.actions.openDesign(first);
    expect(state(tab).openDesign).not.toBe(first);
    expect(state(tab).document.name).toBe('Second');
    expect(state(tab).saveState).toBe('failed');
    expect(notices(tab)).toEqual(['save-failed']);
    browser.isBarred = false;
    rename(tab, 'Second, edited');
    await browser.settle();
    expect(browser.designs.get(first)?.name).toBe('LeNet-5');
    await tab.workspace.actions.openDesign(first);
    expect(state(tab).document.name).toBe('LeNet-5');
    expect(state(tab).saveState).toBe('saved');
  });

  test('a design that cannot be deleted stays, and it is said', async () => {
    const browser = createBrowser();
    const tab = await browser.openTab();
    browser.isBarred = true;
    await tab.workspace.actions.deleteDesign(state(tab).openDesign);
    expect(notices(tab)).toEqual(['save-failed']);
    expect(state(tab).document.name).toBe('LeNet-5');
    expect(browser.designs.size).toBe(1);
  });

  test('without storage everything but keeping works, and it is said', async () => {
    const browser = createBrowser();
    browser.isBarred = true;
    const tab = await browser.openTab();
    expect(state(tab).saveState).toBe('failed');
    expect(notices(tab)).toEqual(['save-failed']);
    rename(tab, 'Loose');
    tab.workspace.actions.newDesign(createDocument('Another'));
    expect(state(tab).document.name).toBe('Another');
    tab.workspace.actions.undo();
    expect(state(tab).document.name).toBe('Loose');
  });

  test('a design that cannot be read is put aside, reported, and another one opens', async () => {
    const browser = createBrowser();
    const first = await browser.openTab();
    first.workspace.actions.newDesign(createDocument('Second'));
    await browser.settle();
    await first.close();
    const [id, design] = [...browser.designs].find(([, { name }]) => name === 'Second') ?? [];
    if (id === undefined || design === undefined) throw new Error('the second design was not kept');
    browser.designs.set(id, { ...design, file: '{"format":"shapeflow","version":1,"nodes":' });

    const second = await browser.openTab();
    expect(second.reports).toEqual([
      { kind: 'unreadable', name: 'Second', problem: { code: 'file/not-json', values: {} }, from: 'browser' },
    ]);
    expect(state(second).document.name).toBe('LeNet-5');
    expect(browser.aside.map(({ name }) => name)).toEqual(['Second']);
    expect(state(second).designs.map(({ name }) => name)).toEqual(['LeNet-5']);
  });

  test('a design of a newer version stays where it is', async () => {
    const browser = createBrowser();
    const first = await browser.openTab();
    await first.close();
    const [[id, design] = []] = browser.designs;
    if (id === undefined || design === undefined) throw new Error('nothing was kept');
    browser.designs.set(id, { ...design, file: design.file.replace(/"version": \d+/, '"version": 999') });

    const second = await browser.openTab();
    expect(second.reports.map(({ kind }) => kind)).toEqual(['unreadable']);
    expect(browser.aside).toEqual([]);
    expect(browser.designs.has(id)).toBe(true);
    expect(state(second).document.name).toBe('LeNet-5');
    expect(state(second).openDesign).not.toBe(id);
  });
});

describe('several designs', () => {
  test('a new design stands beside the others, each under a name of its own', async () => {
    const browser = createBrowser();
    const tab = await browser.openTab();
    tab.workspace.actions.duplicateDesign();
    tab.workspace.actions.duplicateDesign();
    await browser.settle();
    expect(state(tab).document.name).toBe('LeNet-5 3');
    expect(state(tab).designs.map(({ name }) => name)).toEqual(['LeNet-5 3', 'LeNet-5 2', 'LeNet-5']);
  });

  test('a new design whose lock is slow to come stays open and is kept', async () => {
    const browser = createBrowser();
    const tab = await browser.openTab();
    browser.isSlowToLock = true;
    tab.workspace.actions.newDesign(createDocument('Dropped'));
    const { openDesign } = state(tab);
    await browser.settle();
    expect(state(tab).openDesign).toBe(openDesign);
    expect(state(tab).document.name).toBe('Dropped');
    expect(state(tab).saveState).toBe('saved');
    expect(browser.designs.get(openDesign)?.name).toBe('Dropped');
  });

  test('a copy is told of with what it is a copy of, so that its weights can come along', async () => {
    const browser = createBrowser();
    const tab = await browser.openTab();
    const first = state(tab).openDesign;
    tab.workspace.actions.duplicateDesign();
    await browser.settle();
    tab.workspace.actions.newDesign(createDocument('Second'));
    await browser.settle();
    const copy = state(tab).designs.find(({ name }) => name === 'LeNet-5 2')?.id;
    expect(tab.duplicated).toEqual([[first, copy]]);
  });

  test('switching away and back keeps the undo steps of the session', async () => {
    const browser = createBrowser();
    const tab = await browser.openTab();
    const first = state(tab).openDesign;
    rename(tab, 'Edited');
    tab.workspace.actions.newDesign(createDocument('Second'));
    await browser.settle();
    expect(state(tab).canUndo).toBe(false);
    await tab.workspace.actions.openDesign(first);
    expect(state(tab).document.name).toBe('Edited');
    tab.workspace.actions.undo();
    expect(state(tab).document.name).toBe('LeNet-5');
  });

  test('of two designs asked for in a row, the last one opens', async () => {
    const browser = createBrowser();
    const tab = await browser.openTab();
    const first = state(tab).openDesign;
    tab.workspace.actions.newDesign(createDocument('Second'));
    await browser.settle();
    tab.workspace.actions.newDesign(createDocument('Third'));
    await browser.settle();
    const second = state(tab).designs.find(({ name }) => name === 'Second')?.id ?? '';
    void tab.workspace.actions.openDesign(first);
    void tab.workspace.actions.openDesign(second);
    await browser.settle();
    expect(state(tab).document.name).toBe('Second');
    expect(state(tab).openDesign).toBe(second);
    expect(state(tab).saveState).toBe('saved');
  });

  test('deleting the only design leaves a fresh LeNet-5', async () => {
    const browser = createBrowser();
    const tab = await browser.openTab();
    rename(tab, 'Doomed');
    await tab.workspace.actions.deleteDesign(state(tab).openDesign);
    await browser.settle();
    expect(state(tab).document.name).toBe('LeNet-5');
    expect([...browser.designs.values()].map(({ name }) => name)).toEqual(['LeNet-5']);
  });
});
