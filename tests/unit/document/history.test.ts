import fc from 'fast-check';
import type { Command } from '@/lib/document/command';
import { createDocument } from '@/lib/document/create-document';
import { createHistory, endGesture, perform, redo, undo, type History } from '@/lib/document/history';
import { randomCommands } from './random-document';

const start = createHistory(createDocument('test'));
const rename = (name: string): Command => ({ kind: 'set-name', name });

/** The step taken until it leads nowhere. */
function repeat(from: History, step: (history: History) => History): History {
  let history = from;
  for (let next = step(history); next !== history; next = step(history)) history = next;
  return history;
}

describe('history', () => {
  it('undoes every step to the start and redoes every step to the end', () => {
    fc.assert(
      fc.property(randomCommands, (commands) => {
        const end = commands.reduce((history, command) => perform(history, command), start);
        const back = repeat(end, undo);
        expect(back.present).toBe(start.present);
        expect(repeat(back, redo).present).toBe(end.present);
      }),
    );
  });

  it('makes one step of everything in one gesture', () => {
    const typed = ['t', 'te', 'tex', 'text'].reduce((history, name) => perform(history, rename(name), 'name'), start);
    expect(typed.present.name).toBe('text');
    expect(undo(typed).present.name).toBe('test');
    expect(redo(undo(typed)).present.name).toBe('text');
  });

  it('starts a new step with another gesture, with none, after its end and after an undo', () => {
    const first = perform(start, rename('a'), 'one');
    expect(undo(perform(first, rename('b'), 'two')).present.name).toBe('a');
    expect(undo(perform(first, rename('b'))).present.name).toBe('a');
    expect(undo(perform(endGesture(first), rename('b'), 'one')).present.name).toBe('a');
    const undone = undo(perform(first, rename('b'), 'two'));
    expect(undo(perform(undone, rename('c'), 'one')).present.name).toBe('a');
  });

  it('remembers nothing of a command that changes nothing', () => {
    expect(perform(start, rename('test'))).toBe(start);
    const undone = undo(perform(start, rename('a')));
    expect(redo(perform(undone, rename('test'))).present.name).toBe('a');
  });

  it('leaves no step behind a gesture that ends where it began', () => {
    const before = perform(start, rename('a'));
    const there = perform(before, rename('ab'), 'typing');
    const back = perform(there, rename('a'), 'typing');
    expect(back.present).toBe(before.present);
    expect(undo(back).present).toBe(start.present);
    expect(undo(perform(back, rename('ac'), 'typing')).present.name).toBe('a');
  });

  it('forgets what was undone once something else is done', () => {
    const other = perform(undo(perform(start, rename('a'))), rename('b'));
    expect(redo(other)).toBe(other);
  });

  it('keeps as many steps as there were', () => {
    const long = Array.from({ length: 5000 }, (_, step) => rename(`${step}`)).reduce(
      (history, command) => perform(history, command),
      start,
    );
    expect(repeat(long, undo).present.name).toBe('test');
  });
});
