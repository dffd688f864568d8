'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { playCamera } from '@/components/data/camera';
import { useCamera, type Camera } from '@/components/data/use-camera';
import { FitTools } from '@/components/inspect/input/FitTools';
import { FreezeButton } from '@/components/inspect/input/FreezeButton';
import { pictureValues, type Fitting } from '@/components/inspect/input/picture-values';
import { useFrames } from '@/components/inspect/input/use-frames';
import { useInspectActions } from '@/components/inspect/use-inspect';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import type { Shape } from '@/lib/core/tensor-type';
import type { Picture } from '@/lib/datasets/import/protocol';
import { inspectMessages } from '@/lib/messages/inspect';
import { tryPictureMessages } from '@/lib/messages/try-picture';
import styles from '@/components/inspect/input/input.module.css';

/** Every frame of the camera goes into the network while it is on; none is kept. */
export function CameraInput({ shape }: { readonly shape: Shape }) {
  const t = useMessages(inspectMessages).input;
  const { offerInput, setFrozen } = useInspectActions();
  const camera = useCamera();
  const video = useRef<HTMLVideoElement>(null);
  const [how, setHow] = useState<Fitting>({ fit: 'cover', isInverted: false });
  const isLive = camera.state === 'live';

  useEffect(
    () => (video.current === null || camera.stream === null ? undefined : playCamera(video.current, camera.stream)),
    [camera.stream],
  );
  // What was frozen of another input must not hold this one back.
  useEffect(() => {
    if (isLive) setFrozen(false);
  }, [isLive, setFrozen]);
  const onFrame = useCallback(
    (picture: Picture) => offerInput({ source: { kind: 'camera' }, values: pictureValues(shape, picture, how) }),
    [offerInput, shape, how],
  );
  useFrames(video, isLive, onFrame);

  return (
    <>
      <div className={styles.row}>
        <Button
          look={isLive ? 'danger' : 'plain'}
          icon={isLive ? 'stop' : 'play'}
          aria-pressed={isLive}
          onClick={() => (isLive ? camera.stop() : camera.start(null))}
        >
          {isLive ? t.cameraOff : t.cameraOn}
        </Button>
        {isLive && <FreezeButton />}
      </div>
      <p role="status" className={isFault(camera.state) ? styles.fault : styles.note}>
        <CameraWords camera={camera} />
      </p>
      <video ref={video} className={styles.video} hidden={!isLive} muted playsInline aria-hidden="true" />
      {isLive && <FitTools how={how} onChange={setHow} />}
      {isLive && camera.devices.length > 1 && (
        <label className={styles.field}>
          {t.camera}
          <select value={camera.device ?? ''} onChange={(event) => camera.start(event.target.value)}>
            {camera.devices.map(({ deviceId, label }) => (
              <option key={deviceId} value={deviceId}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

function CameraWords({ camera: { state } }: { readonly camera: Camera }) {
  const t = useMessages(inspectMessages).input;
  const problems = useMessages(tryPictureMessages).problems;
  if (isFault(state)) return problems[state];
  return state === 'live' ? t.isOn : state === 'starting' ? t.starting : t.isOff;
}

function isFault(state: Camera['state']): state is Exclude<Camera['state'], 'off' | 'starting' | 'live'> {
  return state !== 'off' && state !== 'starting' && state !== 'live';
}
