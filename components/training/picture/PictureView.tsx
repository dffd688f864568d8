'use client';

import { useMemo, useState } from 'react';
import { SamplePicture } from '@/components/data/SamplePicture';
import { useCamera } from '@/components/data/use-camera';
import { EmptyView } from '@/components/training/EmptyView';
import { Answer } from '@/components/training/picture/Answer';
import { PictureSource } from '@/components/training/picture/PictureSource';
import { useLivePicture } from '@/components/training/picture/use-live-picture';
import { TestWeights } from '@/components/training/TestWeights';
import { useCanAsk } from '@/components/training/use-can-ask';
import { useRun } from '@/components/training/use-run';
import { useMessages } from '@/components/ui/use-messages';
import type { Shape } from '@/lib/core/tensor-type';
import type { Dataset } from '@/lib/datasets/dataset';
import type { Picture, PictureFit } from '@/lib/datasets/import/protocol';
import { fitPicture } from '@/lib/datasets/import/pictures/fit-picture';
import { tryPictureMessages } from '@/lib/messages/try-picture';
import styles from '@/components/training/picture/picture.module.css';

/** Asks the trained network about a picture from a file or from the camera. */
export function PictureView() {
  const t = useMessages(tryPictureMessages);
  const canAsk = useCanAsk();
  const dataset = useRun((run) => run.subject?.dataset ?? null);
  if (dataset === null || !canAsk) {
    return (
      <EmptyView title={t.notTrained} text={t.notTrainedText} icon="eye">
        <TestWeights />
      </EmptyView>
    );
  }
  if (!takesPictures(dataset.inputShape)) return <EmptyView title={t.title} text={t.noPictures} icon="eye" />;
  return <Trial dataset={dataset} />;
}

function takesPictures([, , channels, ...more]: Shape): boolean {
  return more.length === 0 && (channels === 1 || channels === 3);
}

function Trial({ dataset }: { readonly dataset: Dataset }) {
  const t = useMessages(tryPictureMessages);
  const [file, setFile] = useState<Picture | null>(null);
  const [fit, setFit] = useState<PictureFit>('cover');
  const [isInverted, setInverted] = useState(false);
  const camera = useCamera();
  const { video, picture: live } = useLivePicture(camera.stream);
  const picture = camera.state === 'live' ? live : file;
  const { inputShape } = dataset;
  const seen = useMemo(
    () => (picture === null ? null : seenBy(inputShape, picture, { fit, isInverted })),
    [picture, inputShape, fit, isInverted],
  );
  const values = useMemo(() => seen && Float32Array.from(seen, (byte) => byte / 255), [seen]);
  return (
    <div className={styles.view}>
      <PictureSource camera={camera} video={video} onPicture={setFile}>
        <div className={styles.row}>
          <label>
            {t.fit}{' '}
            <select value={fit} onChange={(event) => setFit(event.target.value as PictureFit)}>
              {(['cover', 'contain', 'stretch'] as const).map((name) => (
                <option key={name} value={name}>
                  {t.fits[name]}
                </option>
              ))}
            </select>
          </label>
          <label title={t.invertHint}>
            <input type="checkbox" checked={isInverted} onChange={(event) => setInverted(event.target.checked)} />{' '}
            {t.invert}
          </label>
        </div>
      </PictureSource>
      <div className={styles.seen}>
        <h3>{t.seen}</h3>
        <SamplePicture values={seen} shape={inputShape} size={140} />
      </div>
      <Answer values={values} dataset={dataset} />
    </div>
  );
}

const WHITE = 255;

function seenBy(
  [height = 1, width = 1, channels = 1]: Shape,
  picture: Picture,
  { fit, isInverted }: { readonly fit: PictureFit; readonly isInverted: boolean },
): Uint8Array {
  const fitted = fitPicture(picture, { height, width, colour: channels === 1 ? 'grey' : 'rgb', fit });
  return isInverted ? fitted.map((byte) => WHITE - byte) : fitted;
}
