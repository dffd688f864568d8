'use client';

import type { Diagnostic } from '@/lib/analysis/diagnostic';
import { silenceMessages } from '@/lib/messages/silence';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { useMessages } from '@/components/ui/use-messages';

/** Says that a hint or warning is known and need not be shown; errors stand in the way and stay. */
export function SilenceMenu({ problem: { severity, code, place } }: { readonly problem: Diagnostic }) {
  const words = useMessages(silenceMessages);
  const { apply } = useWorkspaceActions();
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  if (severity === 'error') return null;
  return (
    <Menu
      label={words.more}
      align="end"
      trigger={(props) => (
        <IconButton icon="hide" label={words.more} tip="above-end" size={14} disabled={isReadOnly} {...props} />
      )}
    >
      {place.kind !== 'document' && (
        <MenuItem onSelect={() => apply({ kind: 'silence', code, node: place.node })}>{words.here}</MenuItem>
      )}
      <MenuItem onSelect={() => apply({ kind: 'silence', code })}>{words.everywhere}</MenuItem>
    </Menu>
  );
}
