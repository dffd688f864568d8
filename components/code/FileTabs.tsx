import { useRef, type KeyboardEvent } from 'react';
import { codeMessages } from '@/lib/messages/code';
import type { TextFile } from '@/components/code/project-view';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/code/code.module.css';

interface FileTabsProps {
  readonly files: readonly TextFile[];
  readonly shown: string;
  readonly onShow: (path: string) => void;
  readonly panelId: string;
}

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The project's files, one below the other; arrow keys go from one to the next. */
export function FileTabs({ files, shown, onShow, panelId }: FileTabsProps) {
  const messages = useMessages(codeMessages);
  const list = useRef<HTMLDivElement>(null);

  function step(event: KeyboardEvent): void {
    const move = STEPS[event.key];
    const index = files.findIndex(({ path }) => path === shown);
    const next = move === undefined ? undefined : files[move(index, files.length)];
    if (next === undefined) return;
    event.preventDefault();
    onShow(next.path);
    list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(next.path)}"]`)?.focus();
  }

  return (
    <div
      ref={list}
      className={styles.tabs}
      role="tablist"
      aria-orientation="vertical"
      aria-label={messages.files}
      onKeyDown={step}
    >
      {files.map(({ path }) => (
        <button
          key={path}
          type="button"
          role="tab"
          className={styles.tab}
          data-path={path}
          aria-selected={path === shown}
          aria-controls={panelId}
          tabIndex={path === shown ? 0 : -1}
          onClick={() => onShow(path)}
        >
          {path}
        </button>
      ))}
    </div>
  );
}
