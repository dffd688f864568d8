import { codeMessages } from '@/lib/messages/code';
import { usePreferenceActions } from '@/components/state/use-preferences';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/code/code.module.css';

/** Why there is no code for the design as it is, and where to go from here. */
export function DesignErrors({ errors, hasEarlier }: { readonly errors: number; readonly hasEarlier: boolean }) {
  const messages = useMessages(codeMessages);
  const { set } = usePreferenceActions();
  return (
    <div className={styles.errors} role="status">
      <Icon name="error" />
      <span>
        {messages.hasErrors(errors)} {hasEarlier && messages.outdated}
      </span>
      <Button onClick={() => set({ bottomPanel: 'problems' })}>{messages.showProblems}</Button>
    </div>
  );
}
