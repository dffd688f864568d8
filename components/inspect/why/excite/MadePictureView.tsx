'use client';

import { useMemo } from 'react';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { AttributionList } from '@/components/inspect/why/AttributionList';
import { useExcite, type ExcitePhase, type MadePicture } from '@/components/inspect/why/excite/excite-state';
import { useOwnAnswer } from '@/components/inspect/why/excite/use-own-answer';
import { numbersPart } from '@/components/inspect/why/numbers-part';
import { PixelFigure } from '@/components/inspect/why/PixelFigure';
import { figurePart, SaveFigures } from '@/components/inspect/why/SaveFigures';
import { useFigureFacts } from '@/components/inspect/why/use-figure-facts';
import { useMessages } from '@/components/ui/use-messages';
import { picturePixels } from '@/lib/inspect/map-pixels';
import { fullScale, levelOf, spanOf } from '@/lib/inspect/normalise';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import type { DrivenReply } from '@/lib/training/inspect/protocol';
import styles from '@/components/inspect/why/why.module.css';

/** What has come of it so far, and how far it is. */
export function MadePictureView({ canStart }: { readonly canStart: boolean }) {
  const messages = useMessages(inspectWhyMessages);
  const t = messages.excite;
  const format = useShortNumber();
  const made = useExcite((state) => state.made);
  const phase = useExcite((state) => state.phase);
  const detail = useExcite((state) => state.detail);
  const intro = (
    <p className={styles.note}>
      {t.intro} <cite>{`${messages.source} ${t.source}`}</cite>
    </p>
  );
  if (made === null) {
    return (
      <div className={styles.words}>
        {intro}
        {canStart && <p className={styles.note}>{t.empty}</p>}
      </div>
    );
  }
  return (
    <div className={styles.made}>
      {made.image !== null && <Picture made={made} image={made.image} isOver={phase !== 'running'} />}
      <div className={styles.words}>
        {intro}
        <strong>{t.of(made.name)}</strong>
        {phase === 'running' && <progress value={made.step} max={made.steps} aria-label={t.steps} />}
        {phase === 'running' && <p>{t.step(made.step, made.steps)}</p>}
        <p role="status">{endText(t, phase, made)}</p>
        {made.activation !== null && <p>{t.activation(format(made.activation))}</p>}
        {made.activation !== null && <OwnAnswer made={made} activation={made.activation} />}
        {phase === 'failed' && (
          <p className={styles.fault} role="alert">
            {messages.failed(detail)}
          </p>
        )}
        <p className={styles.note}>
          {t.scoreBefore} {t.middle} {t.stretched}
        </p>
      </div>
    </div>
  );
}

interface OwnAnswerProps {
  readonly made: MadePicture;
  readonly activation: number;
}

/** Whether the picture does more than the input that is there. */
function OwnAnswer({ made, activation }: OwnAnswerProps) {
  const t = useMessages(inspectWhyMessages).excite;
  const format = useShortNumber();
  const own = useOwnAnswer(made);
  if (own === null) return null;
  const { cell, strongest } = own;
  const here = format(own.activation);
  const there = strongest && t.presentStrongest(format(strongest.activation), strongest.cell[0], strongest.cell[1]);
  return (
    <p>
      {cell === null ? t.present(here) : t.presentAt(here, cell[0], cell[1])}
      {there !== null && `; ${there}`}. {t[standing(activation, own)]}
    </p>
  );
}

function standing(made: number, { activation, strongest }: DrivenReply): 'more' | 'between' | 'less' {
  if (made > (strongest?.activation ?? activation)) return 'more';
  return made > activation ? 'between' : 'less';
}

type Words = (typeof inspectWhyMessages)['en']['excite'];

function endText(t: Words, phase: ExcitePhase, { step }: MadePicture): string {
  switch (phase) {
    case 'done':
      return t.done(step);
    case 'stopped':
      return t.stopped(step);
    case 'dead':
      return t.dead;
    case 'ended':
      return t.ended;
    case 'idle':
    case 'running':
    case 'failed':
      return '';
  }
}

interface PictureProps {
  readonly made: MadePicture;
  readonly image: Float32Array;
  readonly isOver: boolean;
}

function Picture({ made, image, isOver }: PictureProps) {
  const t = useMessages(inspectWhyMessages);
  const { name, shape } = made;
  const lines = useMadeLines(made);
  const layers = useMemo(
    () => [() => picturePixels({ shape: places(shape), values: stretched(image) })],
    [shape, image],
  );
  const isRow = shape.length === 1;
  const caption = t.excite.of(name);
  const parts = () => (isRow ? [numbersPart({ shape, values: image }, t.madeList)] : [figurePart({ caption, layers })]);
  return (
    <div>
      {isRow ? (
        <AttributionList values={{ values: image }} input={image} />
      ) : (
        <PixelFigure caption={caption} label={t.excite.picture(name)} layers={layers} />
      )}
      {isOver && (
        <SaveFigures
          title={t.excite.picture(name)}
          parts={parts}
          values={{ shape, values: image }}
          lines={isRow ? lines : [t.excite.stretched, ...lines]}
        />
      )}
    </div>
  );
}

/** How it was made, what the unit answers to it, and of which network. */
function useMadeLines({ activation, of, request, preset, step }: MadePicture): readonly string[] {
  const t = useMessages(inspectWhyMessages);
  const format = useShortNumber();
  const facts = useFigureFacts()(of, null);
  const how = t.facts.made(t.excite.presets[preset], request.seed, step);
  const place = request.cell === null ? '' : ` (${t.origin.atCell(...request.cell)})`;
  return [...(activation === null ? [] : [`${t.excite.activation(format(activation))}${place}`]), how, ...facts];
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
