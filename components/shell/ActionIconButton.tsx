'use client';

import { useAction } from '@/components/state/use-actions';
import { IconButton, type IconButtonProps } from '@/components/ui/IconButton';
import { currentPlatform } from '@/components/ui/platform';
import type { UiIconName } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';
import type { ActionId } from '@/lib/state/action';
import { formatShortcut } from '@/lib/state/shortcuts';

interface Props extends Pick<IconButtonProps, 'tip' | 'aria-pressed'> {
  readonly id: ActionId;
  readonly icon: UiIconName;
}

/** A button for an action: named, enabled and run as the action list says. */
export function ActionIconButton({ id, icon, ...rest }: Props) {
  const { action, enabled } = useAction(id);
  const t = useMessages(uiMessages);
  const [shortcut] = action.shortcuts;
  const keys = shortcut === undefined ? {} : { keys: formatShortcut(shortcut, currentPlatform()) };
  return <IconButton icon={icon} label={t.actions[id]} disabled={!enabled} onClick={action.run} {...keys} {...rest} />;
}
