'use client';

import { useEffect, useState } from 'react';
import { openRunDesign } from '@/components/runs/run-tasks';
import { useDesigner } from '@/components/state/designer-context';
import { checkpointsOf } from '@/components/training/runs-session';
import { Button } from '@/components/ui/Button';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { useMessages } from '@/components/ui/use-messages';
import { runsMessages } from '@/lib/messages/runs';
import type { RunRecord } from '@/lib/runs/run-record';
import { NO_HEADS, type CheckpointHeads } from '@/lib/training/checkpoints/checkpoint';

/** Opens a run's exact design: alone, or with the weights of an epoch that is kept. */
export function OpenDesign({ run }: { readonly run: RunRecord }) {
  const t = useMessages(runsMessages).actions;
  const designer = useDesigner();
  const { last, best, kept } = useHeads(run);
  if (last === null && best === null && kept.length === 0) {
    return (
      <Button title={t.openHint} onClick={() => void openRunDesign(designer, run.id, null)}>
        {t.open}
      </Button>
    );
  }
  return (
    <Menu
      label={t.openHint}
      align="end"
      trigger={(trigger) => (
        <Button title={t.openHint} {...trigger}>
          {t.open}
        </Button>
      )}
    >
      {last !== null && (
        <MenuItem onSelect={() => void openRunDesign(designer, run.id, 'last')}>{t.weights.last(last.epoch)}</MenuItem>
      )}
      {best !== null && (
        <MenuItem onSelect={() => void openRunDesign(designer, run.id, 'best')}>{t.weights.best(best.epoch)}</MenuItem>
      )}
      {kept.map(({ epoch }) => (
        <MenuItem key={epoch} onSelect={() => void openRunDesign(designer, run.id, epoch)}>
          {t.weights.kept(epoch)}
        </MenuItem>
      ))}
      <MenuItem onSelect={() => void openRunDesign(designer, run.id, null)}>{t.weights.none}</MenuItem>
    </Menu>
  );
}

/** Which states of a run there are; read again as the run goes on. */
function useHeads({ id, epochs, status }: RunRecord): CheckpointHeads {
  const designer = useDesigner();
  const [heads, setHeads] = useState<CheckpointHeads>(NO_HEADS);
  useEffect(() => {
    let isCurrent = true;
    const read = checkpointsOf(designer)
      .heads(id)
      .catch(() => NO_HEADS);
    void read.then((found) => {
      if (isCurrent) setHeads(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [designer, id, epochs, status]);
  return heads;
}
