'use client';

import { useEffect, useState } from 'react';
import { workingsMessages } from '@/lib/messages/workings';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import type { Workings } from '@/components/workings/use-workings';
import styles from '@/components/workings/workings.module.css';

const STEP_MS = 900;

/** From one output number to the next, by hand or by itself. */
export function StepControls({ workings: { picked, pick, reset, output } }: { readonly workings: Workings }) {
  const words = useMessages(workingsMessages);
  const [isPlaying, setPlaying] = useState(false);
  const isLast = picked === output.length - 1;
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => {
      if (isLast) setPlaying(false);
      else pick(picked + 1);
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, isLast, picked, pick]);
  const play = () => {
    if (isLast) pick(0);
    setPlaying(true);
  };
  return (
    <div className={styles.steps}>
      <Button icon="chevron-left" onClick={() => pick(picked - 1)}>
        {words.previous}
      </Button>
      <Button icon="chevron-right" onClick={() => pick(picked + 1)}>
        {words.next}
      </Button>
      <Button onClick={isPlaying ? () => setPlaying(false) : play}>{isPlaying ? words.stop : words.play}</Button>
      <Button onClick={reset}>{words.reset}</Button>
    </div>
  );
}
