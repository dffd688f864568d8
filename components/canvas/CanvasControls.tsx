'use client';

import { useStore, type ReactFlowState } from '@xyflow/react';
import { canvasMessages } from '@/lib/messages/canvas';
import { uiMessages } from '@/lib/messages/ui';
import type { ActionId } from '@/lib/state/action';
import { useAction } from '@/components/state/use-actions';
import { usePreferences } from '@/components/state/use-preferences';
import type { UiIconName } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { useCanvasUi } from '@/components/canvas/canvas-ui';
import { hasRoomForMinimap } from '@/components/canvas/fit';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/canvas/canvas.module.css';

const percentOf = (state: ReactFlowState) => Math.round(state.transform[2] * 100);

export function CanvasControls() {
  const messages = useMessages(canvasMessages);
  const percent = useStore(percentOf);
  const minimapFits = useStore(hasRoomForMinimap);
  const minimapOpen = usePreferences((preferences) => preferences.minimapOpen);
  return (
    <div className={styles.controls} role="toolbar" aria-label={messages.controls}>
      <ActionButton id="zoom-out" icon="minus" />
      <span className={styles.percent}>{`${percent}\u00a0%`}</span>
      <ActionButton id="zoom-in" icon="plus" />
      <span className={styles.divider} />
      <ActionButton id="fit-view" icon="fit" />
      <ArrangeButton />
      {minimapFits && <ActionButton id="toggle-minimap" icon="map" isPressed={minimapOpen} />}
    </div>
  );
}

/** While a large design is being arranged, the way to stop that. */
function ArrangeButton() {
  const { stopArranging } = useMessages(canvasMessages);
  const arranging = useCanvasUi((ui) => ui.arranging);
  if (arranging === null) return <ActionButton id="auto-layout" icon="layout" />;
  return <IconButton icon="stop" label={stopArranging} tip="above" onClick={() => arranging.abort()} />;
}

interface ActionButtonProps {
  readonly id: ActionId;
  readonly icon: UiIconName;
  readonly isPressed?: boolean;
}

function ActionButton({ id, icon, isPressed }: ActionButtonProps) {
  const { action, enabled } = useAction(id);
  const label = useMessages(uiMessages).actions[id];
  const pressed = isPressed === undefined ? {} : { 'aria-pressed': isPressed };
  return <IconButton icon={icon} label={label} tip="above" disabled={!enabled} onClick={action.run} {...pressed} />;
}
