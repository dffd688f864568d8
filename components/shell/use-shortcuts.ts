import { useEffect } from 'react';
import { isTyping } from '@/components/shell/is-typing';
import { useDesigner } from '@/components/state/designer-context';
import { currentPlatform } from '@/components/ui/platform';
import type { Action, ActionId } from '@/lib/state/action';
import { matchesShortcut } from '@/lib/state/shortcuts';

/** Work in fields too: nothing a field does by itself has these keys. */
const EVERYWHERE: ReadonlySet<ActionId> = new Set(['save-file', 'open-file', 'command-palette', 'keyboard-help']);

/** The browser's own paste event brings the text without asking for permission: see usePageEvents. */
const LEFT_TO_BROWSER: ReadonlySet<ActionId> = new Set(['paste']);

/**
 * Runs actions by their keys, and lets Escape give back what a panel covers, unless a dialog is open or a part of the
 * page has used the key already.
 */
export function useShortcuts(): void {
  const { actions, preferences } = useDesigner();
  useEffect(() => {
    const platform = currentPlatform();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isInPopup(event.target)) return;
      const { bottomMaximized, bottomPanel } = preferences.store.getState();
      if (event.key === 'Escape' && bottomMaximized && bottomPanel !== null && !isTyping(event.target)) {
        event.preventDefault();
        return preferences.actions.set({ bottomMaximized: false });
      }
      const action = actions.list.find(({ shortcuts }) =>
        shortcuts.some((keys) => matchesShortcut(keys, event, platform)),
      );
      if (action === undefined || LEFT_TO_BROWSER.has(action.id) || !mayRun(action, event.target)) return;
      event.preventDefault();
      if (action.enabled()) action.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [actions, preferences]);
}

function mayRun({ id, enabled }: Action, target: EventTarget | null): boolean {
  if (EVERYWHERE.has(id)) return true;
  if (isTyping(target)) return false;
  // Text selected in a panel is copied as text; Escape without a selection is left to whoever wants it.
  if (id === 'copy' || id === 'cut') return enabled() && document.getSelection()?.isCollapsed !== false;
  return id === 'clear-selection' ? enabled() : true;
}

function isInPopup(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog, [role=menu]') !== null;
}
