import { codeMessages } from '@/lib/messages/code';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/code/code.module.css';

/** The number of type errors, once TypeScript has looked. */
export type TypeCheck = number | 'checking' | 'failed';

export function TypeStatus({ check }: { readonly check: TypeCheck }) {
  const messages = useMessages(codeMessages);
  if (check === 'checking') return <span role="status">{messages.checking}</span>;
  if (check === 'failed') return <span role="status">{messages.notChecked}</span>;
  return (
    <span className={styles.check} role="status" data-clean={check === 0}>
      <Icon name={check === 0 ? 'success' : 'error'} />
      {messages.typeErrors(check)}
    </span>
  );
}
