'use client';

import { useMemo } from 'react';
import { uiMessages } from '@/lib/messages/ui';
import type { CodePort } from '@/lib/state/ports';
import type { Designer } from '@/components/state/create-designer';
import { useDesigner } from '@/components/state/designer-context';
import { usePort } from '@/components/state/use-port';
import { useWorkspace } from '@/components/state/use-workspace';

/** Makes "Download as a TypeScript project" work before the code panel was ever open; what it needs comes when used. */
export function CodeHost() {
  const designer = useDesigner();
  const canDownload = useWorkspace(({ analysis }) => !analysis.hasErrors);
  const port = useMemo<CodePort>(
    () => ({ canDownload, downloadProject: () => void download(designer) }),
    [designer, canDownload],
  );
  usePort('code', port);
  return null;
}

async function download(designer: Designer): Promise<void> {
  const { notices, preferences } = designer;
  const code = await import('@/components/code/download-project').catch(() => null);
  if (code !== null) await code.downloadAndTell(designer);
  else notices.show('error', 'text', { text: uiMessages[preferences.store.getState().locale].panelFailed });
}
