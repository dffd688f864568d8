'use client';

import { ActionMenuItem } from '@/components/shell/ActionMenuItem';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuGroup, MenuItem } from '@/components/ui/Menu';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';
import styles from '@/components/shell/DesignMenu.module.css';

/** Every design kept in this browser, and what can be done with designs. */
export function DesignMenu() {
  const t = useMessages(uiMessages);
  return (
    <Menu
      label={t.design.menu}
      trigger={(props) => <IconButton icon="chevron-down" label={t.design.menu} {...props} />}
    >
      <MenuGroup label={t.groups.design}>
        <ActionMenuItem id="new-design" icon="plus" />
        <ActionMenuItem id="open-template" icon="template" />
        <ActionMenuItem id="open-file" icon="folder" />
        <ActionMenuItem id="save-file" icon="save" />
        <ActionMenuItem id="save-as" icon="download" />
        <ActionMenuItem id="save-picture" icon="download" />
        <ActionMenuItem id="rename-design" icon="pencil" />
        <ActionMenuItem id="duplicate-design" icon="copy" />
        <ActionMenuItem id="compare" icon="compare" />
        <ActionMenuItem id="delete-design" icon="trash" />
      </MenuGroup>
      <KeptDesigns />
    </Menu>
  );
}

function KeptDesigns() {
  const t = useMessages(uiMessages);
  const locale = useLocale();
  const designs = useWorkspace((state) => state.designs);
  const open = useWorkspace((state) => state.openDesign);
  const { openDesign } = useWorkspaceActions();
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <MenuGroup label={t.design.kept}>
      {designs.map(({ id, name, changedAt }) => (
        <MenuItem key={id} checked={id === open} onSelect={() => void openDesign(id)}>
          <span className={styles.name}>{name}</span>
          <span className={styles.when}>{t.design.changed(moment.format(changedAt))}</span>
        </MenuItem>
      ))}
    </MenuGroup>
  );
}
