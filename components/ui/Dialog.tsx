'use client';

import { useId, type MouseEvent, type ReactNode } from 'react';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import { useModal } from '@/components/ui/use-modal';
import { uiMessages } from '@/lib/messages/ui';
import styles from '@/components/ui/Dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** Asked for by Escape, the cross, or a click beside the dialog. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons along the lower edge. */
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'wide' | 'full';
  /** A dialog that interrupts to ask, such as a confirmation. */
  readonly role?: 'dialog' | 'alertdialog';
}

/**
 * A modal dialog, open for as long as it is on the page; focus goes in, to what is marked `data-autofocus` if anything
 * is, and at the end back to where it was.
 */
export function Dialog({ title, onClose, children, actions, width = 'narrow', role = 'dialog' }: DialogProps) {
  const t = useMessages(uiMessages);
  const dialog = useModal('[data-autofocus]');
  const titleId = useId();

  const onClick = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === dialog.current) onClose();
  };

  return (
    <dialog
      ref={dialog}
      role={role}
      className={`${styles.dialog} ${styles[width]}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={onClick}
    >
      <div className={styles.frame}>
        <header className={styles.header}>
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label={t.close} tip="below-end" onClick={onClose} />
        </header>
        <div className={styles.body}>{children}</div>
        {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
      </div>
    </dialog>
  );
}
