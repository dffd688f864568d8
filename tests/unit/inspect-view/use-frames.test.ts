/** @jest-environment jsdom */
import { act, renderHook } from '@testing-library/react';
import { useFrames } from '@/components/inspect/input/use-frames';

jest.mock('@/components/data/camera', () => ({ takePicture: () => ({ width: 1, height: 1 }) }));

/** A video that stands still, of which a frame is shown when the test says so. */
function createVideo() {
  let waiting: VideoFrameRequestCallback | null = null;
  const element = {
    paused: true,
    seeking: false,
    readyState: 4,
    currentTime: 0,
    requestVideoFrameCallback(callback: VideoFrameRequestCallback) {
      waiting = callback;
      return 1;
    },
    cancelVideoFrameCallback() {
      waiting = null;
    },
  };
  const show = (currentTime: number, mediaTime: number): void => {
    element.currentTime = currentTime;
    waiting?.(0, { mediaTime } as VideoFrameCallbackMetadata);
  };
  return { video: { current: element as unknown as HTMLVideoElement }, show };
}

test('a frame that is taken anew, fitted otherwise, begins where it did', () => {
  const { video, show } = createVideo();
  const begins: number[] = [];
  const { rerender } = renderHook(({ onFrame }) => useFrames(video, true, onFrame), {
    initialProps: { onFrame: (_: unknown, at: number) => void begins.push(at) },
  });
  // Stepping goes to the middle of a frame, where rounding cannot lead to the one before.
  act(() => show(0.06, 0.04));
  rerender({ onFrame: (_, at) => void begins.push(at) });
  rerender({ onFrame: (_, at) => void begins.push(at) });
  expect(begins).toEqual([0, 0.04, 0.04, 0.04]);
});
