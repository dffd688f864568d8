/** @jest-environment jsdom */
import { act, renderHook } from '@testing-library/react';
import { useState } from 'react';
import { useMapGestures } from '@/components/inspect/map/use-map-gestures';
import { WHOLE_MAP, zoomedAbout, type MapView } from '@/lib/inspect/map/map-view';
import { fitPoints } from '@/lib/inspect/map/place-points';

const PLACE = [70, 30] as const;
const fitted = fitPoints(Float32Array.of(0, 0, 1, 1, 2, 0), { width: 200, height: 100 });
/** A notch of a wheel, as d3-zoom has it. */
const NOTCH = { place: PLACE, factor: 2 ** 0.2 };

function setUp() {
  const element = document.createElement('div');
  const box = { current: element };
  const pointed: MapView[] = [];
  const { result } = renderHook(() => {
    const [view, setView] = useState(WHOLE_MAP);
    const [onPoint] = useState(() => (_: unknown, seen: MapView) => void pointed.push(seen));
    useMapGestures(box, { fitted, view, onView: setView, onPoint, onClick: () => undefined });
    return view;
  });
  /** Whether the page scrolls. */
  const wheel = (deltaY: number): boolean =>
    element.dispatchEvent(
      new WheelEvent('wheel', { deltaY, clientX: PLACE[0], clientY: PLACE[1], cancelable: true, bubbles: true }),
    );
  return { result, pointed, wheel };
}

test('every notch of a wheel counts, however many come before the map is drawn anew', () => {
  const { result, pointed, wheel } = setUp();
  const once = zoomedAbout(WHOLE_MAP, fitted, NOTCH);
  const twice = zoomedAbout(once, fitted, NOTCH);
  act(() => {
    wheel(-100);
    wheel(-100);
  });
  expect(result.current).toEqual(twice);
  expect(pointed).toEqual([once, twice]);
  act(() => void wheel(-100));
  expect(result.current).toEqual(zoomedAbout(twice, fitted, NOTCH));
});

test('of a wheel that turns back at once, the page scrolls no sooner than the whole map is seen', () => {
  const { result, wheel } = setUp();
  const scrolled: boolean[] = [];
  act(() => {
    for (const deltaY of [-100, 100, 100]) scrolled.push(wheel(deltaY));
  });
  expect(scrolled).toEqual([false, false, true]);
  expect(result.current.scale).toBe(1);
});
