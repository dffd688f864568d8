'use client';

import { useMemo } from 'react';
import { panelMessages } from '@/lib/messages/panels';
import type { SummaryPort } from '@/lib/state/ports';
import type { Designer } from '@/components/state/create-designer';
import { useDesigner } from '@/components/state/designer-context';
import { usePort } from '@/components/state/use-port';
import { summaryRows } from '@/components/summary/summary-rows';
import { summaryCsv, summaryMarkdown } from '@/components/summary/summary-text';

type Writer = typeof summaryMarkdown;

/** Offers the summary as text to the actions, whether or not the table is open. Draws nothing. */
export function SummaryService() {
  const designer = useDesigner();
  const port = useMemo<SummaryPort>(
    () => ({
      copyMarkdown: () => void copySummary(designer, summaryMarkdown),
      copyCsv: () => void copySummary(designer, summaryCsv),
    }),
    [designer],
  );
  usePort('summary', port);
  return null;
}

async function copySummary({ workspace, preferences, clipboard, notices }: Designer, write: Writer): Promise<void> {
  const { document, analysis } = workspace.store.getState();
  const { locale } = preferences.store.getState();
  const words = panelMessages[locale].summary;
  const text = write({ rows: summaryRows(document, analysis, locale), totals: analysis.totals, words });
  const isCopied = await clipboard.write(text);
  notices.show(isCopied ? 'success' : 'warning', 'text', { text: isCopied ? words.copied : words.copyFailed });
}
