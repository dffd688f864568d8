import { codeMessages } from '@/lib/messages/code';
import type { TextFile } from '@/components/code/project-view';
import { useDesigner } from '@/components/state/designer-context';
import { useAction } from '@/components/state/use-actions';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';

/** Copying the shown file and downloading the whole project. */
export function CodeActions({ file }: { readonly file: TextFile }) {
  const messages = useMessages(codeMessages);
  const { clipboard, notices } = useDesigner();
  const { action, enabled } = useAction('download-project');

  async function copy(): Promise<void> {
    const isCopied = await clipboard.write(file.text);
    if (isCopied) notices.show('success', 'text', { text: messages.copied(file.path) });
    else notices.show('warning', 'text', { text: messages.copyFailed });
  }

  return (
    <>
      <Button look="quiet" icon="copy" onClick={() => void copy()}>
        {messages.copy}
      </Button>
      <Button look="primary" icon="download" disabled={!enabled} onClick={action.run}>
        {messages.download}
      </Button>
    </>
  );
}
