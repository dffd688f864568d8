'use client';

import { useMemo } from 'react';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { AttributionList } from '@/components/inspect/why/AttributionList';
import { forgetMade, type MadePicture } from '@/components/inspect/why/excite/excite-state';
import { numbersPart } from '@/components/inspect/why/numbers-part';
import { PixelFigure } from '@/components/inspect/why/PixelFigure';
import { figurePart, SaveFigures } from '@/components/inspect/why/SaveFigures';
import { useFigureFacts } from '@/components/inspect/why/use-figure-facts';
import { cropped } from '@/components/inspect/why/use-seen-window';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import type { Window } from '@/lib/inspect/crop';
import { picturePixels } from '@/lib/inspect/map-pixels';
import { fullScale, levelOf, spanOf } from '@/lib/inspect/normalise';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import type { InsidePart } from '@/lib/pictures/inside-picture';
import type { DrivenReply } from '@/lib/training/inspect/protocol';
import styles from '@/components/inspect/why/why.module.css';

interface MadeCardProps {
  readonly made: MadePicture;
  /** What the unit answers to the present input; null: not known, or of other weights. */
  readonly own: DrivenReply | null;
  readonly window: Window | null;
}

/** One made picture, how it was made, and what the unit answers to it. */
export function MadeCard({ made, own, window }: MadeCardProps) {
  const t = useMessages(inspectWhyMessages).excite;
  const { phase, preset, request, step, image } = made;
  return (
    <>
      {image !== null && <Picture made={made} image={image} window={window} />}
      <strong>{t.presets[preset]}</strong>
      <span className={styles.note}>{t.howMade(request.seed)}</span>
      {phase === 'running' && (
        <>
          <progress value={step} max={request.steps} aria-label={t.steps} />
          <span>{t.step(step, request.steps)}</span>
        </>
      )}
      <Answer made={made} own={own} />
      {phase !== 'running' && (
        <div className={styles.row}>
          {image !== null && <Save made={made} image={image} window={window} />}
          <IconButton
            icon="close"
            label={t.forget(t.presets[preset], request.seed)}
            onClick={() => forgetMade(made.id)}
          />
        </div>
      )}
    </>
  );
}

function Answer({ made, own }: Omit<MadeCardProps, 'window'>) {
  const messages = useMessages(inspectWhyMessages);
  const t = messages.excite;
  const format = useShortNumber();
  const { activation, black, phase, detail } = made;
  const isOver = phase !== 'running';
  const isKnown = activation !== null && !Number.isNaN(activation);
  const isLow = isKnown && black !== null && activation <= black;
  return (
    <>
      {isKnown && <span>{t.activation(format(activation))}</span>}
      <span role="status">{endText(t, made)}</span>
      {isOver && isKnown && own !== null && <span>{t[standing(activation, own)]}</span>}
      {isLow && <span className={styles.notice}>{t.noMoreThanBlack(made.shape.length === 1)}</span>}
      {phase === 'failed' && (
        <span className={styles.fault} role="alert">
          {messages.failed(detail)}
        </span>
      )}
    </>
  );
}

function standing(made: number, { activation, strongest }: DrivenReply): 'more' | 'between' | 'less' {
  if (made > (strongest?.activation ?? activation)) return 'more';
  return made > activation ? 'between' : 'less';
}

type Words = (typeof inspectWhyMessages)['en']['excite'];

function endText(t: Words, { phase, step }: MadePicture): string {
  switch (phase) {
    case 'done':
      return t.done(step);
    case 'stopped':
      return t.stopped(step);
    case 'dead':
      return t.dead;
    case 'ended':
      return t.ended;
    case 'running':
    case 'failed':
      return '';
  }
}

interface PictureProps {
  readonly made: MadePicture;
  readonly image: Float32Array;
  readonly window: Window | null;
}

function Picture({ made: { name, shape, preset, request }, image, window }: PictureProps) {
  const t = useMessages(inspectWhyMessages).excite;
  const layers = useMemo(() => cropped(layersOf(shape, image), window), [shape, image, window]);
  if (shape.length === 1) return <AttributionList values={{ values: image }} input={image} />;
  return <PixelFigure caption="" label={t.pictureBy(name, t.presets[preset], request.seed)} layers={layers} />;
}

function Save({ made, image, window }: PictureProps) {
  const t = useMessages(inspectWhyMessages);
  const facts = useFigureFacts();
  const partsOf = useMadeParts();
  const { name, shape, request, preset, step, of } = made;
  const place = request.cell === null ? [] : [t.origin.atCell(...request.cell)];
  const lines = [...place, t.facts.made(t.excite.presets[preset], request.seed, step), ...facts(of, null)];
  return (
    <SaveFigures
      title={t.excite.pictureBy(name, t.excite.presets[preset], request.seed)}
      name={`${madeFile(made)} ${preset} seed ${request.seed}`}
      parts={() => [partsOf(made, window)]}
      values={() => ({ shape, values: image })}
      lines={shape.length === 1 ? lines : [t.excite.stretched, ...lines]}
    />
  );
}

/** What files of it begin with: two layers may have one title, never one name in the design. */
export function madeFile({ of, request: { unit } }: MadePicture): string {
  return `${of.design} ${unit.layer} unit ${unit.channel} made`;
}

/** A made picture on a sheet, with how it was made and its answer below. */
export function useMadeParts(): (made: MadePicture, window: Window | null) => InsidePart {
  const t = useMessages(inspectWhyMessages);
  const format = useShortNumber();
  return ({ shape, image, preset, request, activation }, window) => {
    const values = image ?? new Float32Array(0);
    if (shape.length === 1) return numbersPart({ shape, values }, t.madeList);
    const answer = activation === null ? '–' : format(activation);
    const caption = t.excite.caption(t.excite.presets[preset], request.seed, answer);
    return figurePart({ caption, layers: cropped(layersOf(shape, values), window) });
  };
}

function layersOf(shape: readonly number[], image: Float32Array) {
  return [() => picturePixels({ shape: places(shape), values: stretched(image) })];
}

function places(shape: readonly number[]): readonly number[] {
  return shape.length === 3 ? shape : [shape[0] ?? 1, 1, shape[1] ?? 1];
}

const WHITE = 255;

/** From its lowest to its highest number: where pixels are kept between black and white it may use little of it. */
function stretched(image: Float32Array): Float32Array {
  const scale = fullScale(spanOf(image));
  return image.map((value) => Math.max(0, levelOf(value, scale)) / WHITE);
}
