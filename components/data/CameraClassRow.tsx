'use client';

import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { CameraClass } from '@/components/data/CameraView';
import { SamplePicture } from '@/components/data/SamplePicture';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { Picture } from '@/lib/datasets/import/protocol';
import { datasetMessages } from '@/lib/messages/datasets';
import { formatCount } from '@/lib/messages/figures';
import styles from '@/components/data/data.module.css';

interface CameraClassRowProps {
  readonly label: string;
  readonly one: CameraClass;
  readonly canTake: boolean;
  readonly canRemove: boolean;
  readonly onTake: () => void;
  readonly onName: (name: string) => void;
  readonly onTakeBack: () => void;
  readonly onRemove: () => void;
}

/** Milliseconds between two pictures while a button is held. */
const EVERY_MS = 120;
const SHOWN = 6;

/** One class: its name, the button that takes pictures for as long as it is held, and the last pictures taken. */
export function CameraClassRow({ label, one, canTake, canRemove, ...on }: CameraClassRowProps) {
  const t = useMessages(datasetMessages).camera;
  const locale = useLocale();
  const hold = useHold(on.onTake);
  const count = formatCount(locale, one.shots.length);
  return (
    <div role="group" aria-label={one.name} className={styles.cameraClass}>
      <div className={styles.row}>
        <input
          type="text"
          aria-label={label}
          value={one.name}
          maxLength={40}
          onChange={({ target }) => on.onName(target.value)}
        />
        <Button look="primary" disabled={!canTake} {...hold}>
          {t.hold(one.name)}
        </Button>
        <IconButton
          icon="undo"
          label={t.takeBackLabel(one.name)}
          tip="below-end"
          disabled={one.shots.length === 0}
          onClick={on.onTakeBack}
        />
        {canRemove && <IconButton icon="trash" label={t.removeClass(one.name)} tip="below-end" onClick={on.onRemove} />}
      </div>
      <div className={styles.row}>
        <span role="status" className={styles.hint}>
          {t.taken(one.name, count)}
        </span>
        <span className={styles.strip}>
          {one.shots.slice(-SHOWN).map((shot, index) => (
            <Shot key={one.shots.length - index} shot={shot} />
          ))}
        </span>
      </div>
    </div>
  );
}

function Shot({ shot }: { readonly shot: Picture }) {
  const { values, shape } = useMemo(() => withoutAlpha(shot), [shot]);
  return <SamplePicture values={values} shape={shape} size={40} />;
}

function withoutAlpha({ width, height, data }: Picture) {
  const values = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    for (let colour = 0; colour < 3; colour += 1) values[at * 3 + colour] = data[at * 4 + colour] ?? 0;
  }
  return { values, shape: [height, width, 3] };
}

/** Calls again and again while the pointer or a key is held down on it. */
function useHold(onTick: () => void) {
  const tick = useRef(onTick);
  const timer = useRef<ReturnType<typeof setInterval> | null>(null);
  useEffect(() => {
    tick.current = onTick;
  });
  const end = () => {
    if (timer.current !== null) clearInterval(timer.current);
    timer.current = null;
  };
  const begin = () => {
    if (timer.current !== null) return;
    tick.current();
    timer.current = setInterval(() => tick.current(), EVERY_MS);
  };
  useEffect(() => end, []);
  const isHoldKey = ({ key }: KeyboardEvent) => key === ' ' || key === 'Enter';
  return {
    onPointerDown: begin,
    onPointerUp: end,
    onPointerLeave: end,
    onPointerCancel: end,
    onBlur: end,
    onKeyDown: (event: KeyboardEvent) => {
      if (!isHoldKey(event)) return;
      event.preventDefault();
      begin();
    },
    onKeyUp: (event: KeyboardEvent) => {
      if (isHoldKey(event)) end();
    },
  };
}
