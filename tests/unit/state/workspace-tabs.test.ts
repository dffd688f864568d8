import { createDocument } from '@/lib/document/create-document';
import { createBrowser, type TabDouble } from './browser-double';

function rename(tab: TabDouble, name: string): void {
  tab.workspace.actions.apply({ kind: 'set-name', name });
}

const state = (tab: TabDouble) => tab.workspace.store.getState();
const notices = (tab: TabDouble) => tab.notices.store.getState().map(({ content }) => content.kind);

describe('two tabs', () => {
  test('the second tab of a design looks on and cannot change it', async () => {
    const browser = createBrowser();
    await browser.openTab();
    const second = await browser.openTab();
    expect(state(second).saveState).toBe('elsewhere');
    rename(second, 'Overwritten');
    await browser.settle();
    expect(state(second).document.name).toBe('LeNet-5');
    expect([...browser.designs.values()].map(({ name }) => name)).toEqual(['LeNet-5']);
  });

  test('the second tab sees what the first one changes', async () => {
    const browser = createBrowser();
    const first = await browser.openTab();
    const second = await browser.openTab();
    rename(first, 'Seen');
    await browser.settle();
    expect(state(second).document.name).toBe('Seen');
    expect(state(second).saveState).toBe('elsewhere');
  });

  test('when the first tab closes, the second one can write', async () => {
    const browser = createBrowser();
    const first = await browser.openTab();
    const second = await browser.openTab();
    rename(first, 'From the first');
    await first.close();
    expect(state(second).saveState).toBe('saved');
    rename(second, 'From the second');
    await browser.settle();
    expect([...browser.designs.values()].map(({ name }) => name)).toEqual(['From the second']);
  });

  test('taking over saves what the other tab had not saved yet, and turns that one read-only', async () => {
    const browser = createBrowser();
    const first = await browser.openTab();
    const second = await browser.openTab();
    rename(first, 'Unsaved');
    second.workspace.actions.takeOver();
    await browser.settle();
    expect(state(second).document.name).toBe('Unsaved');
    expect(state(second).saveState).toBe('saved');
    expect(state(first).saveState).toBe('elsewhere');
    expect(notices(first)).toEqual(['taken-over']);
  });

  test('an edit made while the other tab takes over is not lost', async () => {
    const browser = createBrowser();
    const first = await browser.openTab();
    const second = await browser.openTab();
    rename(first, 'Being saved');
    second.workspace.actions.takeOver();
    rename(first, 'In between');
    // Everything but the timers.
    await new Promise((resolve) => setImmediate(resolve));
    await browser.settle();
    expect(state(second).document.name).toBe('In between');
    expect(state(first).document.name).toBe('In between');
    expect(state(first).saveState).toBe('elsewhere');
    expect([...browser.designs.values()].map(({ name }) => name)).toEqual(['In between']);
  });

  test('taking over brings along what the other tab could not save', async () => {
    const browser = createBrowser();
    const first = await browser.openTab();
    const second = await browser.openTab();
    browser.failure = 'quota';
    rename(first, 'Unsaved');
    await browser.settle();
    second.workspace.actions.takeOver();
    await browser.settle();
    expect(state(second).document.name).toBe('Unsaved');
    browser.failure = null;
    rename(second, 'Saved at last');
    await browser.settle();
    expect(state(first)).toMatchObject({ saveState: 'elsewhere', document: { name: 'Saved at last' } });
    expect([...browser.designs.values()].map(({ name }) => name)).toEqual(['Saved at last']);
  });

  test('a tab that slept while its design was taken over overwrites nothing when it wakes', async () => {
    const browser = createBrowser();
    const first = await browser.openTab();
    const second = await browser.openTab();
    first.freeze();
    second.workspace.actions.takeOver();
    await browser.settle();
    rename(second, 'Newer');
    await browser.settle();
    rename(first, 'Stale');
    await first.close();
    expect([...browser.designs.values()].map(({ name }) => name)).toEqual(['Newer']);
  });

  test('a design open in another tab is not deleted', async () => {
    const browser = createBrowser();
    const first = await browser.openTab();
    const open = state(first).openDesign;
    const second = await browser.openTab();
    second.workspace.actions.newDesign(createDocument('Second'));
    await browser.settle();
    await second.workspace.actions.deleteDesign(open);
    expect(notices(second)).toEqual(['design-open-elsewhere']);
    expect(browser.designs.has(open)).toBe(true);
  });
});
