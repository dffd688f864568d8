import { useCallback, useEffect, useRef, type PointerEvent } from 'react';
import { cancelLayerDrag, dropLayerDrag, moveLayerDrag, type ScreenPoint } from '@/components/palette/layer-drag';

/** A press becomes a drag after this many pixels. */
const THRESHOLD = 4;

/**
 * Pointer events for something that is dragged out: works with mouse, pen and touch alike. Escape gives up. A press
 * that does not become a drag is left to the click; the click that ends a drag is swallowed.
 */
export function useDragSource(type: string): { readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void } {
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = useCallback(
    (down: PointerEvent<HTMLElement>) => {
      if (down.button !== 0) return;
      stop.current?.();
      stop.current = followPointer(type, { x: down.clientX, y: down.clientY });
    },
    [type],
  );
  return { onPointerDown };
}

function followPointer(type: string, start: ScreenPoint): () => void {
  const listening = new AbortController();
  const options = { signal: listening.signal };
  let isDragging = false;
  const end = () => {
    listening.abort();
    if (isDragging) cancelLayerDrag();
  };
  window.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      isDragging ||= Math.hypot(clientX - start.x, clientY - start.y) >= THRESHOLD;
      if (isDragging) moveLayerDrag(type, { x: clientX, y: clientY });
    },
    options,
  );
  window.addEventListener(
    'pointerup',
    () => {
      if (isDragging) {
        swallowClick();
        dropLayerDrag();
      }
      isDragging = false;
      end();
    },
    options,
  );
  window.addEventListener('pointercancel', end, options);
  window.addEventListener('blur', end, options);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      if (isDragging) swallowClick();
      end();
    },
    { ...options, capture: true },
  );
  return end;
}

/** The browser sends a click in the same task when the pointer is let go over the element it was pressed on. */
function swallowClick(): void {
  const swallow = (event: Event) => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}
