import { useEffect } from 'react';
import { useDesigner } from '@/components/state/designer-context';
import { pasteText } from '@/lib/state/actions/edit-actions';
import { isTyping } from '@/components/shell/is-typing';

/** What the whole page hears: that it is being hidden or closed, and text pasted outside a field. */
export function usePageEvents(): void {
  const designer = useDesigner();
  useEffect(() => {
    const { workspace, clipboard } = designer;
    const onHide = () => {
      if (document.visibilityState === 'hidden') workspace.leave();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      const text = clipboard.kept ?? event.clipboardData?.getData('text/plain') ?? '';
      if (pasteText(designer, text)) event.preventDefault();
      else designer.notices.show('warning', 'nothing-to-paste', {});
    };
    window.addEventListener('pagehide', workspace.leave);
    document.addEventListener('visibilitychange', onHide);
    document.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('pagehide', workspace.leave);
      document.removeEventListener('visibilitychange', onHide);
      document.removeEventListener('paste', onPaste);
    };
  }, [designer]);
}
