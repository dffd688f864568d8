import { createStore } from 'zustand/vanilla';
import type { ReadonlyStore } from '@/lib/state/store';

export type Tone = 'information' | 'success' | 'warning' | 'error';

/** Something to tell once, in passing; what needs an answer is a dialog. Worded in lib/messages/ui.ts by `kind`. */
export interface NoticeValues {
  'save-failed': { readonly reason: SaveFailure };
  'design-open-elsewhere': { readonly name: string };
  'design-deleted': { readonly name: string };
  'taken-over': Record<string, never>;
  'copied-layers': { readonly count: number };
  'nothing-to-paste': Record<string, never>;
  'clipboard-barred': Record<string, never>;
  'file-saved': { readonly name: string };
  'file-failed': Record<string, never>;
  'language-failed': Record<string, never>;
  /** A sentence already worded by its author, who has the right catalogue. */
  text: { readonly text: string; readonly action?: NoticeAction };
}

/** What can be done about it, worded by the same author: "Undo". Doing it takes the notice away. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** 'quota': the browser's storage is full; 'barred': it may not be used (private window); 'other': anything else. */
export type SaveFailure = 'quota' | 'barred' | 'other';
export type NoticeKind = keyof NoticeValues;
export type NoticeContent = {
  readonly [K in NoticeKind]: { readonly kind: K; readonly values: NoticeValues[K] };
}[NoticeKind];

export interface Notice {
  readonly id: number;
  readonly tone: Tone;
  readonly content: NoticeContent;
}

export interface Notices {
  readonly store: ReadonlyStore<readonly Notice[]>;
  /** The newest is shown last; the oldest goes when there are more than fit. */
  show<K extends NoticeKind>(tone: Tone, kind: K, values: NoticeValues[K]): void;
  dismiss(id: number): void;
  /** Takes away the notice that offers this, since it was done in another way. */
  withdraw(action: NoticeAction): void;
}

const MOST_AT_ONCE = 4;

export function createNotices(): Notices {
  const store = createStore<readonly Notice[]>(() => []);
  let lastId = 0;
  return {
    store,
    show(tone, kind, values) {
      const content = { kind, values } as NoticeContent;
      const notice: Notice = { id: ++lastId, tone, content };
      store.setState(
        [...store.getState().filter((shown) => !sameContent(shown.content, content)), notice].slice(-MOST_AT_ONCE),
        true,
      );
    },
    withdraw(action) {
      const isOf = ({ content }: Notice) => content.kind === 'text' && content.values.action === action;
      store.setState(
        store.getState().filter((notice) => !isOf(notice)),
        true,
      );
    },
    dismiss(id) {
      store.setState(
        store.getState().filter((notice) => notice.id !== id),
        true,
      );
    },
  };
}

function sameContent(a: NoticeContent, b: NoticeContent): boolean {
  // Two deletions may read alike, and each can be undone.
  if (a.kind === 'text' && a.values.action !== undefined) return false;
  return a.kind === b.kind && JSON.stringify(a.values) === JSON.stringify(b.values);
}
