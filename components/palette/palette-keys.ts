import type { KeyboardEvent } from 'react';

/**
 * Arrow keys in the list of layers, as in a tree: up and down through headings and layers, Home and End; left closes a
 * family or goes to its heading, right opens it or goes into it.
 */
export function onPaletteKey(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = items.indexOf(target);
  if (at === -1) return;
  const expanded = target.getAttribute('aria-expanded');
  const heading = target.closest('section')?.querySelector<HTMLElement>('[data-family]') ?? target;
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => items[Math.min(at + 1, items.length - 1)]?.focus(),
    ArrowUp: () => items[Math.max(at - 1, 0)]?.focus(),
    Home: () => items[0]?.focus(),
    End: () => items.at(-1)?.focus(),
    ArrowLeft: () => (expanded === 'true' ? target.click() : heading.focus()),
    ArrowRight: () => {
      if (expanded === 'false') target.click();
      else if (expanded === 'true') items[at + 1]?.focus();
    },
  };
  const move = moves[event.key];
  if (move === undefined) return;
  event.preventDefault();
  move();
}
