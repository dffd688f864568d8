'use client';

import { frameFrom, timeText } from '@/components/inspect/input/video-time';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import { inspectInputMessages } from '@/lib/messages/inspect-input';
import styles from '@/components/inspect/input/input.module.css';

interface VideoControlsProps {
  /** When the frame that is shown began, in seconds. */
  readonly at: number;
  /** Of a frame, in seconds. */
  readonly length: number;
  /** Of the whole video. */
  readonly end: number;
  /** To this second, in the frame that begins there or somewhat before. */
  readonly go: (seconds: number, begins: number) => void;
}

/** Play, stand still, go to a place or from frame to frame. */
export function VideoControls({ at, length, end, go }: VideoControlsProps) {
  const t = useMessages(inspectInputMessages).video;
  const isFrozen = useInspect((state) => state.isFrozen);
  const { setFrozen } = useInspectActions();
  const step = (by: -1 | 1): void => {
    const { middle, begins } = frameFrom({ at, by, length, end });
    setFrozen(true);
    go(middle, begins);
  };
  return (
    <div role="group" aria-label={t.controls} className={styles.player}>
      <div className={styles.row}>
        <IconButton
          icon={isFrozen ? 'play' : 'pause'}
          label={isFrozen ? t.play : t.pause}
          onClick={() => setFrozen(!isFrozen)}
        />
        <IconButton icon="chevron-left" label={t.back} onClick={() => step(-1)} />
        <IconButton icon="chevron-right" label={t.forward} onClick={() => step(1)} />
        <span className={styles.time}>
          {timeText(at)} / {timeText(end)}
        </span>
      </div>
      <input
        type="range"
        aria-label={t.position}
        aria-valuetext={t.at(timeText(at), timeText(end))}
        min={0}
        max={end}
        step="any"
        value={Math.min(at, end)}
        onChange={({ target: { valueAsNumber: seconds } }) => {
          setFrozen(true);
          go(seconds, seconds);
        }}
        onKeyDown={(event) => {
          const by = KEYS[event.key];
          if (by === undefined && event.key !== ' ') return;
          event.preventDefault();
          if (by === undefined) setFrozen(!isFrozen);
          else step(by);
        }}
      />
    </div>
  );
}

/** From frame to frame; Page Up, Page Down, Home and End go as on every slider. */
const KEYS: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
