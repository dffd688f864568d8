'use client';

import { useLayerNames } from '@/components/inspect/unit/use-layer-names';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useValueText } from '@/components/inspect/why/use-answer-text';
import type { Answered } from '@/components/inspect/why/use-attribution';
import { setWhy, useWhy } from '@/components/inspect/why/why-state';
import { useMessages } from '@/components/ui/use-messages';
import { attributionMap, isZero, largestSize } from '@/lib/inspect/attribution';
import { strongestCell } from '@/lib/inspect/strongest-cell';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import type { Attribution, AttributeReply, AttributionRefusal } from '@/lib/training/inspect/protocol';
import styles from '@/components/inspect/why/why.module.css';

interface ValuesProps {
  readonly answer: Answered;
  readonly values: Extract<AttributeReply, { readonly kind: 'values' }>;
}

/** What there is to say of an answer, in words and numbers. */
export function AnswerText({ answer }: { readonly answer: Answered }) {
  const t = useMessages(inspectWhyMessages);
  const { pixels, method } = answer;
  if (pixels.kind === 'refused') return <Notice text={refusalText(t, pixels.reason, method)} />;
  return (
    <>
      <ValueText answer={answer} values={pixels} />
      {isZero(pixels.values) ? (
        <Notice text={method === 'grad-cam' ? t.deadCam : method === 'occlusion' ? t.deadOcclusion : t.dead} />
      ) : (
        pixels.shape.length > 1 && <Legend answer={answer} values={pixels} />
      )}
    </>
  );
}

function Notice({ text }: { readonly text: string }) {
  return (
    <p className={styles.notice} role="status">
      {text}
    </p>
  );
}

type Words = (typeof inspectWhyMessages)['en'];

function refusalText({ refusals }: Words, reason: AttributionRefusal, method: Attribution): string {
  if (reason !== 'no-places') return refusals[reason];
  const places = refusals[reason];
  return method === 'grad-cam' || method === 'occlusion' ? places[method] : places.other;
}

function ValueText({ answer, values }: ValuesProps) {
  const t = useMessages(inspectWhyMessages);
  const nameOf = useLayerNames();
  const { value, place } = useValueText()(answer, values);
  const { method } = answer;
  const { cell, rectifiers, through } = values;
  const changesRelu = method === 'guided-backpropagation' || method === 'deconvolution';
  return (
    <p className={styles.note}>
      <strong>{value}</strong>
      {place}. {changesRelu && rectifiers === 0 && t.noRectifier}
      {through !== null && t.cam(nameOf(through))} {through !== null && cell !== null && t.camWhole}
    </p>
  );
}

function Legend({ answer: { method }, values }: ValuesProps) {
  const t = useMessages(inspectWhyMessages);
  const format = useShortNumber();
  const opacity = useWhy((state) => state.opacity);
  const map = attributionMap(values);
  const [row, column] = strongestCell(map);
  const most = format(largestSize(map.values));
  return (
    <>
      <p className={styles.note}>
        {method === 'grad-cam' ? t.legendPositive(most) : t.legend(most)}{' '}
        {t.strongest(row, column, format(map.values[row * map.columns + column] ?? Number.NaN))}
      </p>
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
    </>
  );
}
