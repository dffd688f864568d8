'use client';

import { ActionIconButton } from '@/components/shell/ActionIconButton';
import { DesignMenu } from '@/components/shell/DesignMenu';
import { DesignName } from '@/components/shell/DesignName';
import { SaveStatus } from '@/components/shell/SaveStatus';
import { SettingsMenu } from '@/components/shell/SettingsMenu';
import { TrainButton } from '@/components/shell/TrainButton';
import { useAction } from '@/components/state/use-actions';
import { usePreferences } from '@/components/state/use-preferences';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { currentPlatform } from '@/components/ui/platform';
import { PRODUCT } from '@/lib/messages/start';
import { uiMessages } from '@/lib/messages/ui';
import { formatShortcut } from '@/lib/state/shortcuts';
import shell from '@/components/shell/shell.module.css';
import styles from '@/components/shell/Header.module.css';

export function Header() {
  const t = useMessages(uiMessages);
  const { paletteOpen, inspectorOpen } = usePreferences((preferences) => preferences);
  return (
    <header className={shell.header} aria-label={t.regions.header}>
      <h1 className={shell.product}>{PRODUCT}</h1>
      <span className={styles.divider} />
      <DesignName />
      <DesignMenu />
      <SaveStatus />
      <span className={styles.space} />
      <div className={styles.group}>
        <ActionIconButton id="undo" icon="undo" />
        <ActionIconButton id="redo" icon="redo" />
      </div>
      <CommandSearch />
      <div className={styles.group}>
        <ActionIconButton id="toggle-palette" icon="left" aria-pressed={paletteOpen} />
        <ActionIconButton id="toggle-inspector" icon="right" aria-pressed={inspectorOpen} />
        <SettingsMenu />
      </div>
      <TrainButton />
    </header>
  );
}

function CommandSearch() {
  const { action } = useAction('command-palette');
  const t = useMessages(uiMessages);
  const [shortcut] = action.shortcuts;
  return (
    <button type="button" className={styles.search} onClick={action.run}>
      <Icon name="search" size={14} />
      <span className={styles.searchText}>{t.actions['command-palette']}</span>
      {shortcut !== undefined && <kbd>{formatShortcut(shortcut, currentPlatform())}</kbd>}
    </button>
  );
}
