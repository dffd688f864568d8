'use client';

import { useAction } from '@/components/state/use-actions';
import type { UiIconName } from '@/components/ui/Icon';
import { MenuItem } from '@/components/ui/Menu';
import { currentPlatform } from '@/components/ui/platform';
import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';
import type { ActionId } from '@/lib/state/action';
import { formatShortcut } from '@/lib/state/shortcuts';

export function ActionMenuItem({ id, icon }: { readonly id: ActionId; readonly icon: UiIconName }) {
  const { action, enabled } = useAction(id);
  const t = useMessages(uiMessages);
  const [shortcut] = action.shortcuts;
  const keys = shortcut === undefined ? undefined : formatShortcut(shortcut, currentPlatform());
  return (
    <MenuItem icon={icon} keys={keys} disabled={!enabled} onSelect={action.run}>
      {t.actions[id]}
    </MenuItem>
  );
}
