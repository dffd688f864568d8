import { useEffect, useState } from 'react';
import { useInspectStore } from '@/components/inspect/use-inspect';

/** Between two readings of numbers that change with every look: as fast as they can be read. */
const READ_MS = 250;

/** Draws its component anew for new looks, at most so often; the last one is never left out. */
export function useSlowTurn(): number {
  const store = useInspectStore();
  const [turn, setTurn] = useState(() => store.getState().turn);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe((now, before) => {
      if (now.turn === before.turn) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        setTurn(store.getState().turn);
      }, READ_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store]);
  return turn;
}
