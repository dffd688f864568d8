import { useEffect, useRef, type RefObject } from 'react';
import { takePicture } from '@/components/data/camera';
import type { Picture } from '@/lib/datasets/import/protocol';

/** Gives each new frame of a video while it plays, and the one it stands on, with the seconds at which it begins. */
export function useFrames(
  video: RefObject<HTMLVideoElement | null>,
  isOn: boolean,
  onFrame: (picture: Picture, at: number) => void,
): void {
  /** Of the frame that is shown; null: none was yet. */
  const begins = useRef<number | null>(null);
  useEffect(() => {
    const element = video.current;
    if (element === null || !isOn) return undefined;
    const canvas = document.createElement('canvas');
    let request = 0;
    const take: VideoFrameRequestCallback = (_, { mediaTime }) => {
      begins.current = mediaTime;
      const picture = takePicture(element, canvas);
      if (picture !== null) onFrame(picture, mediaTime);
      request = element.requestVideoFrameCallback(take);
    };
    request = element.requestVideoFrameCallback(take);
    // Of what stands still no frame is to come. Where it stands need not be where its frame begins.
    if (element.paused && !element.seeking && element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
      const picture = takePicture(element, canvas);
      if (picture !== null) onFrame(picture, begins.current ?? element.currentTime);
    }
    return () => element.cancelVideoFrameCallback(request);
  }, [video, isOn, onFrame]);
}
