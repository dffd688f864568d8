import { useEffect, useRef, useState, type RefObject } from 'react';
import { playCamera, takePicture } from '@/components/data/camera';
import type { Picture } from '@/lib/datasets/import/protocol';

/** Between two pictures: often enough to follow a hand, seldom enough to leave the processor to the network. */
const EVERY_MS = 100;

interface LivePicture {
  /** Shows the stream. */
  readonly video: RefObject<HTMLVideoElement | null>;
  /** Null before the first frame. */
  readonly picture: Picture | null;
}

/** What the camera sees, again and again, while it is on. */
export function useLivePicture(stream: MediaStream | null): LivePicture {
  const video = useRef<HTMLVideoElement>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const canvas = useRef<HTMLCanvasElement | null>(null);
  useEffect(() => {
    const element = video.current;
    if (element === null || stream === null) return;
    const stop = playCamera(element, stream);
    const timer = setInterval(() => {
      canvas.current ??= document.createElement('canvas');
      const taken = takePicture(element, canvas.current);
      if (taken !== null) setPicture(taken);
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
      stop();
      setPicture(null);
    };
  }, [stream]);
  return { video, picture };
}
