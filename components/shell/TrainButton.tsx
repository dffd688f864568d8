'use client';

import { ActionIconButton } from '@/components/shell/ActionIconButton';
import { useAction } from '@/components/state/use-actions';
import { usePreferenceActions } from '@/components/state/use-preferences';
import { useWorkspace } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';

/** Train, and while a run goes on Pause and Stop; starting a run shows it. */
export function TrainButton() {
  const t = useMessages(uiMessages);
  const preferences = usePreferenceActions();
  const { action: train, enabled: canTrain } = useAction('train');
  const { enabled: canStop } = useAction('stop');
  const { enabled: canPause } = useAction('pause');
  const hasErrors = useWorkspace(({ analysis }) => analysis.hasErrors);
  const start = () => {
    preferences.set({ bottomPanel: 'training' });
    train.run();
  };
  return (
    <>
      {canStop && <ActionIconButton id="stop" icon="stop" tip="below-end" />}
      {canPause ? (
        <ActionIconButton id="pause" icon="pause" tip="below-end" />
      ) : (
        <Button
          look="primary"
          icon="play"
          disabled={!canTrain}
          title={hasErrors ? t.trainBlocked : undefined}
          onClick={start}
        >
          {t.actions.train}
        </Button>
      )}
    </>
  );
}
