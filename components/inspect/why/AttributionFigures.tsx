'use client';

import { useMemo } from 'react';
import { AttributionList } from '@/components/inspect/why/AttributionList';
import { PixelFigure } from '@/components/inspect/why/PixelFigure';
import { numbersPart } from '@/components/inspect/why/numbers-part';
import { figurePart, SaveFigures } from '@/components/inspect/why/SaveFigures';
import { answerFileName, useAnswerLines } from '@/components/inspect/why/use-answer-text';
import type { Answered } from '@/components/inspect/why/use-attribution';
import { cropped, useSeenWindow } from '@/components/inspect/why/use-seen-window';
import { ZoomChoice } from '@/components/inspect/why/ZoomChoice';
import { useWhy } from '@/components/inspect/why/why-state';
import { useMessages } from '@/components/ui/use-messages';
import type { ColourTheme } from '@/lib/inspect/colours';
import { attributionMap, strengthPixels } from '@/lib/inspect/attribution';
import { colourKernelPixels, mapPixels, picturePixels } from '@/lib/inspect/map-pixels';
import { signedScale, spanOf } from '@/lib/inspect/normalise';
import { colourLookup } from '@/lib/inspect/paint-grid';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import type { AttributeReply } from '@/lib/training/inspect/protocol';
import styles from '@/components/inspect/why/why.module.css';

type Values = Extract<AttributeReply, { readonly kind: 'values' }>;

/** What of the input speaks for the unit, over the input and by itself; nothing where there is no answer to draw. */
export function AttributionFigures({ answer }: { readonly answer: Answered }) {
  const { pixels } = answer;
  if (pixels.kind === 'refused') return null;
  if (pixels.shape.length === 1) return <Numbers answer={answer} values={pixels} />;
  return <Pictures answer={answer} values={pixels} />;
}

/** Of a row of numbers: those that count most are listed, and all are saved. */
function Numbers({ answer, values }: PicturesProps) {
  const t = useMessages(inspectWhyMessages);
  const lines = useAnswerLines()(answer);
  const title = t.picture(t.methods[answer.method].name, answer.asked.name);
  return (
    <div className={styles.figures}>
      <AttributionList values={values} input={answer.input.values} />
      <SaveFigures
        title={title}
        name={answerFileName(answer)}
        parts={() => [numbersPart(values, t.listCaption)]}
        values={() => values}
        lines={lines}
      />
    </div>
  );
}

interface PicturesProps {
  readonly answer: Answered;
  readonly values: Values;
}

function Pictures({ answer, values }: PicturesProps) {
  const t = useMessages(inspectWhyMessages);
  const opacity = useWhy((state) => state.opacity);
  const lines = useAnswerLines()(answer);
  const { input, asked, method } = answer;
  const shape = asked.subject.plan.inputShape;
  const map = useMemo(() => attributionMap(values), [values]);
  const over = useMemo(() => {
    const picture = pictureShape(shape);
    return [() => picturePixels({ shape: picture, values: input.values }), () => strengthPixels(map, opacity)];
  }, [input, map, opacity, shape]);
  const alone = useMemo(() => {
    const levels = signedScale(spanOf(map.values));
    return [(theme: ColourTheme) => mapPixels(map, { levels, lookup: colourLookup('diverging', theme) })];
  }, [map]);
  const coloured = useMemo(() => [() => colourKernelPixels(values.values, map.columns)], [values, map]);
  const hasColour = values.shape.length === 3 && values.shape[2] === 3;
  const name = t.methods[method].name;
  const seen = useSeenWindow(asked.subject, asked.unit, values.cell);
  const isZoomed = useWhy((state) => state.isZoomed);
  const shown = isZoomed ? seen : null;
  const figures = useMemo(
    () =>
      [
        { caption: t.over, label: t.overPicture(name, asked.name), layers: over },
        { caption: t.alone, label: t.picture(name, asked.name), layers: alone },
        { caption: `${t.inColour}. ${t.inColourHint}`, label: t.colourPicture(name, asked.name), layers: coloured },
      ]
        .slice(0, hasColour ? 3 : 2)
        .map((figure) => ({ ...figure, layers: cropped(figure.layers, shown) })),
    [t, name, asked.name, over, alone, coloured, hasColour, shown],
  );
  return (
    <div className={styles.figures}>
      {seen !== null && (
        <div className={styles.wide}>
          <ZoomChoice window={seen} />
        </div>
      )}
      {figures.map((figure) => (
        <PixelFigure key={figure.caption} {...figure} />
      ))}
      <SaveFigures
        title={t.picture(name, asked.name)}
        name={answerFileName(answer)}
        parts={() => figures.map(figurePart)}
        values={() => values}
        lines={lines}
      />
    </div>
  );
}

/** A sequence is a picture one column wide. */
function pictureShape(shape: readonly number[]): readonly number[] {
  return shape.length === 3 ? shape : [shape[0] ?? 1, 1, shape[1] ?? 1];
}
