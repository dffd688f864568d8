'use client';

import { Command } from 'cmdk';
import { CommandEntry } from '@/components/dialogs/CommandEntry';
import { matchScore } from '@/components/dialogs/match-score';
import { useCommands, type CommandGroup } from '@/components/dialogs/use-commands';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { useModal } from '@/components/ui/use-modal';
import { uiMessages } from '@/lib/messages/ui';
import type { CommandPage } from '@/lib/state/ports';
import styles from '@/components/dialogs/CommandPalette.module.css';

interface Props {
  readonly page: CommandPage;
  readonly onClose: () => void;
}

/** A search over everything that can be done: actions, layers to find or add, templates, designs. */
export function CommandPalette({ page, onClose }: Props) {
  const t = useMessages(uiMessages).commands;
  // Left alone, the browser would focus cmdk's own frame, which cannot be typed into.
  const dialog = useModal('input');
  const groups = useCommands(page);
  const locale = useLocale();

  const choose = (run: () => void) => {
    onClose();
    run();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t.label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <Command
        label={t.label}
        loop
        filter={(_value, search, keywords) => matchScore(keywords?.join(' ') ?? '', search)}
      >
        <Command.Input className={styles.input} placeholder={page === 'layers' ? t.searchLayers : t.search} />
        <Command.List label={t.label} className={styles.list}>
          <Command.Empty className={styles.empty}>{t.none}</Command.Empty>
          {groups.map((group) => (
            // cmdk keeps the words of an entry as they first were: in another language they are other entries.
            <Group key={`${locale} ${group.id}`} group={group} onChoose={choose} />
          ))}
        </Command.List>
      </Command>
    </dialog>
  );
}

function Group({ group, onChoose }: { readonly group: CommandGroup; readonly onChoose: (run: () => void) => void }) {
  if (group.commands.length === 0) return null;
  return (
    <Command.Group heading={group.title} className={styles.group}>
      {group.commands.map((command) => (
        <CommandEntry key={command.id} command={command} heading={group.title} onChoose={onChoose} />
      ))}
    </Command.Group>
  );
}
