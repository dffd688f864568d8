import { useEffect, useRef, useState } from 'react';
import { addedDatasets } from '@/lib/datasets/registry';
import type { Picture } from '@/lib/pictures/picture';
import type { PictureJob, PictureReply } from '@/components/pictures/picture-jobs';

/** A picture with an address that an <img> can show. */
export interface ShownPicture extends Picture {
  readonly url: string;
}

interface Drawing {
  /** The last one that is finished; null until there is one, or where the last one failed. */
  readonly picture: ShownPicture | null;
  readonly state: 'drawing' | 'drawn' | 'failed';
}

/** The picture of this job, drawn anew when the job changes; the one before stays until then. */
export function usePicture(job: Omit<PictureJob, 'id' | 'datasets'>): Drawing {
  const [drawing, setDrawing] = useState<Drawing>({ picture: null, state: 'drawing' });
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const { document, shown, choices, locale } = job;
  useEffect(() => {
    const drawer = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
    worker.current = drawer;
    drawer.onmessage = ({ data }: MessageEvent<PictureReply>) => {
      // Only the last choice counts.
      if (data.id !== asked.current) return;
      setDrawing(data.picture === null ? FAILED : { picture: withUrl(data.picture), state: 'drawn' });
    };
    drawer.onerror = (event) => {
      event.preventDefault();
      setDrawing(FAILED);
    };
    return () => drawer.terminate();
  }, []);
  useEffect(() => {
    asked.current += 1;
    worker.current?.postMessage({
      id: asked.current,
      document,
      shown,
      choices,
      locale,
      datasets: addedDatasets(),
    } satisfies PictureJob);
  }, [document, shown, choices, locale]);
  const url = drawing.picture?.url;
  useEffect(() => (url === undefined ? undefined : () => URL.revokeObjectURL(url)), [url]);
  return drawing;
}

const FAILED: Drawing = { picture: null, state: 'failed' };

function withUrl(picture: Picture): ShownPicture {
  return { ...picture, url: URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' })) };
}
