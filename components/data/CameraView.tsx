'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import { playCamera, takePicture } from '@/components/data/camera';
import { CameraClassRow } from '@/components/data/CameraClassRow';
import { Choice } from '@/components/data/Choice';
import { useCamera, type Camera } from '@/components/data/use-camera';
import { useFirstFocus } from '@/components/data/use-first-focus';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import type { ImportSource, Picture } from '@/lib/datasets/import/protocol';
import { datasetMessages } from '@/lib/messages/datasets';
import styles from '@/components/data/data.module.css';

/** One class that pictures are taken for. */
export interface CameraClass {
  readonly key: number;
  readonly name: string;
  readonly shots: readonly Picture[];
}

interface CameraViewProps {
  readonly onBack: () => void;
  readonly onTaken: (source: ImportSource) => void;
}

/** All of them together, at 256 kB each. */
const MOST_SHOTS = 600;
/** Below this there is nothing to learn, and nothing left to test with. */
const LEAST_SHOTS = 5;

/** Takes pictures for classes that a person names; the pictures stay in this page. */
export function CameraView({ onBack, onTaken }: CameraViewProps) {
  const t = useMessages(datasetMessages);
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera();
  const { stream } = camera;
  useEffect(
    () => (video.current === null || stream === null ? undefined : playCamera(video.current, stream)),
    [stream],
  );
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const nextKey = useRef(3);
  const heading = useFirstFocus<HTMLHeadingElement>();
  const [classes, setClasses] = useState<readonly CameraClass[]>(() =>
    [1, 2].map((key) => ({ key, name: t.camera.classDefault(String(key)), shots: [] })),
  );
  const count = classes.reduce((sum, { shots }) => sum + shots.length, 0);
  const isFull = count >= MOST_SHOTS;
  const change = (key: number, change: (one: CameraClass) => CameraClass) =>
    setClasses((all) => all.map((one) => (one.key === key ? change(one) : one)));
  const take = (key: number) => {
    if (video.current === null || camera.state !== 'live' || isFull) return;
    canvas.current ??= document.createElement('canvas');
    const picture = takePicture(video.current, canvas.current);
    if (picture !== null) change(key, (one) => ({ ...one, shots: [...one.shots, picture] }));
  };
  const add = () => {
    const key = nextKey.current++;
    setClasses([...classes, { key, name: t.camera.classDefault(String(key)), shots: [] }]);
  };
  const obstacle = obstacleOf(classes, t.camera);
  return (
    <section className={styles.camera} aria-label={t.camera.title}>
      <h3 ref={heading} tabIndex={-1}>
        {t.camera.title}
      </h3>
      <p>{t.camera.text}</p>
      <div className={styles.shooting}>
        <Live camera={camera} video={video} />
        <div className={styles.cameraClasses}>
          {classes.map((one, index) => (
            <CameraClassRow
              key={one.key}
              label={t.camera.className(String(index + 1))}
              one={one}
              canTake={camera.state === 'live' && !isFull}
              canRemove={classes.length > 2}
              onTake={() => take(one.key)}
              onName={(name) => change(one.key, (old) => ({ ...old, name }))}
              onTakeBack={() => change(one.key, (old) => ({ ...old, shots: old.shots.slice(0, -1) }))}
              onRemove={() => setClasses(classes.filter(({ key }) => key !== one.key))}
            />
          ))}
          <Button icon="plus" onClick={add}>
            {t.camera.add}
          </Button>
          {isFull && <p role="status">{t.camera.full(String(MOST_SHOTS))}</p>}
        </div>
      </div>
      <div className={styles.keep}>
        <div className={styles.row}>
          <Button onClick={onBack}>{t.keep.back}</Button>
          <span className={styles.space} />
          {obstacle !== null && <span className={styles.hint}>{obstacle}</span>}
          <Button look="primary" disabled={obstacle !== null} onClick={() => onTaken(sourceOf(classes))}>
            {t.camera.next}
          </Button>
        </div>
      </div>
    </section>
  );
}

interface LiveProps {
  readonly camera: Camera;
  readonly video: RefObject<HTMLVideoElement | null>;
}

function Live({ camera, video }: LiveProps) {
  const t = useMessages(datasetMessages).camera;
  const { state, devices, device } = camera;
  const isLive = state === 'live';
  return (
    <div className={styles.live}>
      <video ref={video} muted playsInline aria-label={t.live} data-on={isLive} />
      {state !== 'off' && state !== 'live' && state !== 'starting' && (
        <div className={styles.notice} data-tone="warning" role="alert">
          <Icon name="warning" />
          <p>{t.problems[state]}</p>
        </div>
      )}
      <div className={styles.row}>
        {isLive ? (
          <Button icon="stop" onClick={camera.stop}>
            {t.stop}
          </Button>
        ) : (
          <Button look="primary" disabled={state === 'starting'} onClick={() => camera.start(device)}>
            {state === 'starting' ? t.starting : t.start}
          </Button>
        )}
      </div>
      {isLive && devices.length > 1 && (
        <Choice
          label={t.device}
          value={device ?? ''}
          options={devices.map(({ deviceId, label }) => [deviceId, label] as const)}
          onChange={camera.start}
        />
      )}
    </div>
  );
}

function sourceOf(classes: readonly CameraClass[]): ImportSource {
  const taken = classes.filter(({ shots }) => shots.length > 0);
  return {
    kind: 'camera',
    classes: taken.map(({ name }) => name.trim()),
    shots: taken.flatMap(({ shots }, label) => shots.map((picture) => ({ label, picture }))),
  };
}

/** What is still missing before these can become a data set. */
function obstacleOf(
  classes: readonly CameraClass[],
  t: { readonly needs: (least: string) => string; readonly sameName: string },
): string | null {
  const taken = classes.filter(({ shots }) => shots.length > 0);
  const names = new Set(taken.map(({ name }) => name.trim()));
  const isEnough = taken.length > 1 && taken.every(({ shots }) => shots.length >= LEAST_SHOTS);
  if (!isEnough || names.has('')) return t.needs(String(LEAST_SHOTS));
  return names.size < taken.length ? t.sameName : null;
}
