'use client';

import { ActionIconButton } from '@/components/shell/ActionIconButton';

/** Train, pause and stop in the header, whichever panel is open. */
export function TrainControls() {
  return (
    <>
      <ActionIconButton id="train" icon="play" />
      <ActionIconButton id="pause" icon="pause" />
      <ActionIconButton id="stop" icon="stop" />
    </>
  );
}
