import { useEffect, useRef } from 'react';

/**
 * Draws at most once a frame, however often `subscribe` tells of news; once at the beginning. `draw` may change with
 * every render.
 */
export function useFrames(subscribe: (news: () => void) => () => void, draw: () => void): void {
  const latest = useRef(draw);
  useEffect(() => {
    latest.current = draw;
  });
  useEffect(() => {
    let frame = 0;
    const onFrame = () => {
      frame = 0;
      latest.current();
    };
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(onFrame);
    };
    ask();
    const unsubscribe = subscribe(ask);
    return () => {
      unsubscribe();
      cancelAnimationFrame(frame);
    };
  }, [subscribe]);
}
