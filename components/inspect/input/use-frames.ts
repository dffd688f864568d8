import { useEffect, type RefObject } from 'react';
import { takePicture } from '@/components/data/camera';
import type { Picture } from '@/lib/datasets/import/protocol';

/** Gives each new frame of a video while it plays, and the one it stands on. */
export function useFrames(
  video: RefObject<HTMLVideoElement | null>,
  isOn: boolean,
  onFrame: (picture: Picture) => void,
): void {
  useEffect(() => {
    const element = video.current;
    if (element === null || !isOn) return undefined;
    const canvas = document.createElement('canvas');
    let request = 0;
    const take = (): void => {
      const picture = takePicture(element, canvas);
      if (picture !== null) onFrame(picture);
      request = element.requestVideoFrameCallback(take);
    };
    request = element.requestVideoFrameCallback(take);
    return () => element.cancelVideoFrameCallback(request);
  }, [video, isOn, onFrame]);
}
