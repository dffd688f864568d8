'use client';

import { useRef, useState, type DragEvent, type ReactNode, type RefObject } from 'react';
import type { Camera } from '@/components/data/use-camera';
import { readPictureFile } from '@/components/training/picture/read-picture';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import type { Picture } from '@/lib/datasets/import/protocol';
import { tryPictureMessages } from '@/lib/messages/try-picture';
import styles from '@/components/training/picture/picture.module.css';

interface PictureSourceProps {
  readonly camera: Camera;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly onPicture: (picture: Picture) => void;
  readonly children: ReactNode;
}

/** Where a picture comes from: a file chosen or dropped here, or the camera. */
export function PictureSource({ camera, video, onPicture, children }: PictureSourceProps) {
  const t = useMessages(tryPictureMessages);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const isLive = camera.state === 'live';
  const problem = isProblem(camera.state) ? t.problems[camera.state] : fault;

  const take = async (file: File | undefined) => {
    if (file === undefined) return setFault(t.notAPicture);
    const picture = await readPictureFile(file);
    setFault(picture === null ? t.unreadable(file.name) : null);
    if (picture === null) return;
    camera.stop();
    onPicture(picture);
  };

  // Kept from the page, which would take the file for a design or for data to learn from.
  const onDrag = (event: DragEvent<HTMLElement>) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(event.type === 'dragover');
  };
  const onDrop = (event: DragEvent<HTMLElement>) => {
    onDrag(event);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <section
      className={styles.source}
      aria-label={t.title}
      data-over={isOver}
      data-takes-files=""
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={onDrop}
    >
      <p>
        {t.text} {t.staysHere}
      </p>
      <div className={styles.row}>
        <Button icon="file" onClick={() => input.current?.click()}>
          {t.choose}
        </Button>
        <Button icon="eye" onClick={() => (isLive ? camera.stop() : camera.start(null))}>
          {isLive ? t.cameraOff : t.camera}
        </Button>
        <input
          ref={input}
          type="file"
          accept="image/*"
          hidden
          aria-label={t.choose}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      <video ref={video} className={styles.video} hidden={!isLive} muted playsInline aria-hidden="true" />
      {children}
      <p role="status" className={problem === null ? '' : styles.problem}>
        {problem}
      </p>
    </section>
  );
}

function isProblem(state: Camera['state']): state is Exclude<Camera['state'], 'off' | 'starting' | 'live'> {
  return state !== 'off' && state !== 'starting' && state !== 'live';
}
