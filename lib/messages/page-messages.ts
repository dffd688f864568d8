import type { Locale, Localized } from '@/lib/core/locale';
import type { CanvasMessages } from '@/lib/messages/canvas';
import type { InspectorMessages } from '@/lib/messages/inspector';
import type { PanelMessages } from '@/lib/messages/panels';
import type { UiMessages } from '@/lib/messages/ui';

/** The catalogues that the page needs as it opens. They are loaded in the language in use only. */
export interface PageMessages {
  readonly canvas: CanvasMessages;
  readonly inspector: InspectorMessages;
  readonly panels: PanelMessages;
  readonly ui: UiMessages;
}

const loaders: Localized<() => Promise<PageMessages>> = {
  en: async () => (await import('@/lib/messages/page-english')).pageEnglish,
  vi: async () => (await import('@/lib/messages/page-vietnamese')).pageVietnamese,
};

/** Sentences never change, so what was loaded once serves everyone. */
const loaded = new Map<Locale, PageMessages>();

/** Resolves when `pageMessages` can be read in the language; fails when its file cannot be fetched. */
export async function loadPageMessages(locale: Locale): Promise<void> {
  if (!loaded.has(locale)) loaded.set(locale, await loaders[locale]());
}

/** A catalogue that can be read in each language once `loadPageMessages` has loaded it. */
export function pageMessages<Part extends keyof PageMessages>(part: Part): Localized<PageMessages[Part]> {
  return {
    get en() {
      return read('en')[part];
    },
    get vi() {
      return read('vi')[part];
    },
  };
}

function read(locale: Locale): PageMessages {
  const messages = loaded.get(locale);
  if (messages === undefined) throw new Error(`The messages are read in "${locale}" before they are loaded`);
  return messages;
}
