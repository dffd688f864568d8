'use client';

import { useMemo } from 'react';
import { codeMessages } from '@/lib/messages/code';
import type { CodePort } from '@/lib/state/ports';
import { useDesigner } from '@/components/state/designer-context';
import { usePort } from '@/components/state/use-port';
import { useWorkspace } from '@/components/state/use-workspace';
import { useMessages } from '@/components/ui/use-messages';

/** Makes "Download as a TypeScript project" work before the code panel was ever open; what it needs comes when used. */
export function CodeHost() {
  const designer = useDesigner();
  const messages = useMessages(codeMessages);
  const canDownload = useWorkspace(({ analysis }) => !analysis.hasErrors);
  const port = useMemo<CodePort>(() => {
    const { notices } = designer;
    const download = async () => {
      const { downloadProject } = await import('@/components/code/download-project');
      const file = await downloadProject(designer);
      if (file !== null) notices.show('success', 'text', { text: messages.downloaded(file) });
    };
    return {
      canDownload,
      downloadProject: () => {
        download().catch(() => notices.show('error', 'text', { text: messages.downloadFailed }));
      },
    };
  }, [designer, messages, canDownload]);
  usePort('code', port);
  return null;
}
