'use client';

import { useMemo } from 'react';
import { themeNow } from '@/components/inspect/theme-now';
import { useLayerNames } from '@/components/inspect/unit/use-layer-names';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { AttributionList } from '@/components/inspect/why/AttributionList';
import { PixelFigure } from '@/components/inspect/why/PixelFigure';
import type { Answered } from '@/components/inspect/why/use-attribution';
import { setWhy, useWhy } from '@/components/inspect/why/why-state';
import { useMessages } from '@/components/ui/use-messages';
import { attributionMap, isZero, largestSize, strengthPixels } from '@/lib/inspect/attribution';
import { colourKernelPixels, mapPixels, picturePixels } from '@/lib/inspect/map-pixels';
import { signedScale, spanOf } from '@/lib/inspect/normalise';
import { colourLookup } from '@/lib/inspect/paint-grid';
import { strongestCell } from '@/lib/inspect/strongest-cell';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import type { AttributeReply } from '@/lib/training/inspect/protocol';
import styles from '@/components/inspect/why/why.module.css';

type Values = Extract<AttributeReply, { readonly kind: 'values' }>;

/** What of the input speaks for the unit, over the input and by itself. */
export function AttributionFigures({ answer }: { readonly answer: Answered }) {
  const t = useMessages(inspectWhyMessages);
  const { pixels, method } = answer;
  if (pixels.kind === 'refused') {
    const { refusals } = t;
    const places = refusals['no-places'];
    const text =
      pixels.reason !== 'no-places'
        ? refusals[pixels.reason]
        : method === 'grad-cam' || method === 'occlusion'
          ? places[method]
          : places.other;
    return (
      <p className={styles.notice} role="status">
        {text}
      </p>
    );
  }
  return (
    <section className={styles.part}>
      <ValueText answer={answer} values={pixels} />
      {isZero(pixels.values) && (
        <p className={styles.notice} role="status">
          {method === 'grad-cam' ? t.deadCam : method === 'occlusion' ? t.deadOcclusion : t.dead}
        </p>
      )}
      {pixels.shape.length === 1 ? (
        <AttributionList values={pixels} input={answer.input} />
      ) : (
        <Pictures answer={answer} values={pixels} />
      )}
    </section>
  );
}

interface PartProps {
  readonly answer: Answered;
  readonly values: Values;
}

function ValueText({ answer: { asked, method }, values }: PartProps) {
  const t = useMessages(inspectWhyMessages);
  const format = useShortNumber();
  const nameOf = useLayerNames();
  const { activation, cell, rectifiers, through } = values;
  const value = asked.isScore ? t.origin.score(format(activation)) : t.origin.value(format(activation));
  const changesRelu = method === 'guided-backpropagation' || method === 'deconvolution';
  return (
    <p className={styles.note}>
      {value}
      {cell !== null && ` (${t.origin.atCell(cell[0], cell[1])})`}. {changesRelu && rectifiers === 0 && t.noRectifier}
      {through !== null && t.cam(nameOf(through))}
    </p>
  );
}

function Pictures({ answer, values }: PartProps) {
  const t = useMessages(inspectWhyMessages);
  const format = useShortNumber();
  const opacity = useWhy((state) => state.opacity);
  const { input, asked, method } = answer;
  const shape = asked.subject.plan.inputShape;
  const map = useMemo(() => attributionMap(values), [values]);
  const over = useMemo(() => {
    const picture = pictureShape(shape);
    return [
      () => picturePixels({ shape: picture, values: input }),
      () => strengthPixels(map, colourLookup('diverging', themeNow()), opacity),
    ];
  }, [input, map, opacity, shape]);
  const alone = useMemo(() => {
    const levels = signedScale(spanOf(map.values));
    return [() => mapPixels(map, { levels, lookup: colourLookup('diverging', themeNow()) })];
  }, [map]);
  const coloured = useMemo(() => [() => colourKernelPixels(values.values, map.columns)], [values, map]);
  const hasColour = values.shape.length === 3 && values.shape[2] === 3;
  const [row, column] = strongestCell(map);
  const most = format(largestSize(map.values));
  const name = t.methods[method].name;
  return (
    <>
      <div className={styles.figures}>
        <PixelFigure caption={t.over} label={t.overPicture(name, asked.name)} layers={over} />
        <PixelFigure caption={t.alone} label={t.picture(name, asked.name)} layers={alone} />
        {hasColour && (
          <PixelFigure
            caption={`${t.inColour}. ${t.inColourHint}`}
            label={t.colourPicture(name, asked.name)}
            layers={coloured}
          />
        )}
      </div>
      <label className={styles.slider}>
        {t.opacity}
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={Math.round(opacity * 100)}
          aria-valuetext={`${Math.round(opacity * 100)} %`}
          onChange={({ target }) => setWhy({ opacity: Number(target.value) / 100 })}
        />
      </label>
      <p className={styles.note}>
        {method === 'grad-cam' ? t.legendPositive(most) : t.legend(most)}{' '}
        {t.strongest(row, column, format(map.values[row * map.columns + column] ?? Number.NaN))}
      </p>
    </>
  );
}

/** A sequence is a picture one column wide. */
function pictureShape(shape: readonly number[]): readonly number[] {
  return shape.length === 3 ? shape : [shape[0] ?? 1, 1, shape[1] ?? 1];
}
