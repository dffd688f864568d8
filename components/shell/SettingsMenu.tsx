'use client';

import { ActionMenuItem } from '@/components/shell/ActionMenuItem';
import { usePreferenceActions, usePreferences } from '@/components/state/use-preferences';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuGroup, MenuItem } from '@/components/ui/Menu';
import { useMessages } from '@/components/ui/use-messages';
import { LOCALES } from '@/lib/core/locale';
import { uiMessages } from '@/lib/messages/ui';
import type { UiIconName } from '@/components/ui/Icon';
import type { Theme } from '@/lib/state/preferences-state';

const THEMES: readonly (readonly [Theme, UiIconName])[] = [
  ['light', 'sun'],
  ['dark', 'moon'],
  ['system', 'monitor'],
];

export function SettingsMenu() {
  const t = useMessages(uiMessages);
  const theme = usePreferences((preferences) => preferences.theme);
  const locale = usePreferences((preferences) => preferences.locale);
  const { set } = usePreferenceActions();
  return (
    <Menu
      label={t.design.settings}
      align="end"
      trigger={(props) => <IconButton icon="settings" label={t.design.settings} tip="below-end" {...props} />}
    >
      <MenuGroup label={t.theme.label}>
        {THEMES.map(([choice, icon]) => (
          <MenuItem key={choice} icon={icon} checked={choice === theme} onSelect={() => set({ theme: choice })}>
            {t.theme[choice]}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuGroup label={t.language.label}>
        {LOCALES.map((choice) => (
          <MenuItem key={choice} lang={choice} checked={choice === locale} onSelect={() => set({ locale: choice })}>
            {t.language[choice]}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuGroup label={t.groups.help}>
        <ActionMenuItem id="keyboard-help" icon="keyboard" />
      </MenuGroup>
    </Menu>
  );
}
