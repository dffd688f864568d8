import { useEffect, useLayoutEffect, useRef, type PointerEvent, type RefObject } from 'react';
import { draggedBy, zoomedAbout, type MapView } from '@/lib/inspect/map/map-view';
import type { Fitted } from '@/lib/inspect/map/place-points';

/** In CSS pixels, from the upper left corner of the map. */
type Place = readonly [number, number];

interface MapGestures {
  readonly fitted: Fitted;
  readonly view: MapView;
  readonly onView: (change: (view: MapView) => MapView) => void;
  /** What lies there, in a view that may be new. */
  readonly onPoint: (place: Place, view: MapView) => void;
  readonly onClick: (place: Place) => void;
}

/** A hand that presses moves by less. */
const STILL_PIXELS = 4;

/** Wheel and two fingers zoom about where they are, one pointer drags, and a press that does not move is a click. */
export function useMapGestures(
  box: RefObject<HTMLElement | null>,
  { fitted, view, onView, onPoint, onClick }: MapGestures,
) {
  const fingers = useRef(new Map<number, Place>());
  /** Where the press began; null: it is a click no more. */
  const pressed = useRef<Place | null>(null);
  /** With the steps of a wheel that are not drawn yet. */
  const latest = useRef(view);
  useLayoutEffect(() => {
    latest.current = view;
  }, [view]);

  useEffect(() => {
    const element = box.current;
    const onWheel = (event: WheelEvent): void => {
      const factor = wheelFactor(event);
      // There is no farther out: the wheel is for the page.
      if (element === null || (factor <= 1 && latest.current.scale === 1)) return;
      event.preventDefault();
      const place = placeOf(event, element);
      latest.current = zoomedAbout(latest.current, fitted, { place, factor });
      onView((before) => zoomedAbout(before, fitted, { place, factor }));
      onPoint(place, latest.current);
    };
    // React's own listeners of the wheel are passive: they cannot keep the page from scrolling.
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [box, fitted, onView, onPoint]);

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    const place = placeOf(event, event.currentTarget);
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, place);
    pressed.current = fingers.current.size === 1 ? place : null;
    onPoint(place, view);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const place = placeOf(event, event.currentTarget);
    const from = fingers.current.get(event.pointerId);
    if (from === undefined) return onPoint(place, view);
    const start = pressed.current;
    if (start !== null && distance(start, place) <= STILL_PIXELS) return;
    pressed.current = null;
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, place);
    onView((before) => (other === undefined ? dragged(before, from, place) : pinched(before, { from, place, other })));
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
    fingers.current.delete(event.pointerId);
    if (pressed.current !== null) onClick(pressed.current);
    pressed.current = null;
  };
  const onPointerCancel = (event: PointerEvent<HTMLElement>): void => {
    fingers.current.delete(event.pointerId);
    pressed.current = null;
  };
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel };

  function dragged(before: MapView, from: Place, place: Place): MapView {
    return draggedBy(before, fitted, [place[0] - from[0], place[1] - from[1]]);
  }

  /** What was between the fingers stays there. */
  function pinched(before: MapView, { from, place, other }: Pinch): MapView {
    const [start, end] = [between(from, other), between(place, other)];
    const factor = Math.max(1, distance(place, other)) / Math.max(1, distance(from, other));
    return dragged(zoomedAbout(before, fitted, { place: start, factor }), start, end);
  }
}

interface Pinch {
  readonly from: Place;
  readonly place: Place;
  readonly other: Place;
}

/** As in d3-zoom, whose feel the canvas has: a notch of a wheel is about a fifth; trackpads tell pinches in small steps. */
function wheelFactor({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const unit = deltaMode === WheelEvent.DOM_DELTA_LINE ? 0.05 : deltaMode === WheelEvent.DOM_DELTA_PAGE ? 1 : 0.002;
  return 2 ** (-deltaY * unit * (ctrlKey ? 10 : 1));
}

function placeOf({ clientX, clientY }: { clientX: number; clientY: number }, element: HTMLElement): Place {
  const { left, top } = element.getBoundingClientRect();
  return [clientX - left, clientY - top];
}

function between(a: Place, b: Place): Place {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
