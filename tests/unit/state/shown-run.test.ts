import { shownRunOf } from '@/lib/state/shown-run';

const record = { name: 'Adam, seed 1 (Optimizers)', design: 'd1', study: null } as const;
const study = { study: 's1', variant: 'Adam', seed: 1 } as const;
const differs = { isSameNetwork: false, isSameSettings: true } as const;
const open = { openDesign: 'd1', ...differs };

test('the run of a study is none of a changed design, whatever differs from the open one', () => {
  expect(shownRunOf({ ...record, study }, open)).toBe('study');
  expect(shownRunOf({ ...record, study }, { ...open, isSameNetwork: true, isSameSettings: false })).toBe('study');
});

test('the run of a study that trained just what is open needs no word', () => {
  expect(shownRunOf({ ...record, study }, { ...open, isSameNetwork: true, isSameSettings: true })).toBe('same');
});

test('the run of another design is said to be that', () => {
  expect(shownRunOf(record, { ...open, openDesign: 'd2' })).toBe('other-design');
});

test('a design has changed where its own run had another network, or where nothing is known of the run', () => {
  expect(shownRunOf(record, open)).toBe('changed');
  expect(shownRunOf(null, open)).toBe('changed');
});

test('only the settings differ from those of its run', () => {
  expect(shownRunOf(record, { ...open, isSameNetwork: true, isSameSettings: false })).toBe('settings');
});
