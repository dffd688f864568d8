'use client';

import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { setInspectView } from '@/components/inspect/view-state';
import { freezeOrigin } from '@/components/inspect/why/OriginChoice';
import type { AskedUnit } from '@/components/inspect/why/use-origin';
import { Button } from '@/components/ui/Button';
import { useLayerNames } from '@/components/inspect/unit/use-layer-names';
import { useLegend, useValueText } from '@/components/inspect/why/use-answer-text';
import type { Answered } from '@/components/inspect/why/use-attribution';
import { setWhy, useWhy } from '@/components/inspect/why/why-state';
import { useMessages } from '@/components/ui/use-messages';
import { isZero } from '@/lib/inspect/attribution';
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
  if (pixels.kind === 'refused') {
    return answer.asked.words === null ? (
      <Notice text={refusalText(t, pixels.reason, method)} />
    ) : (
      <WordsNotice asked={answer.asked} />
    );
  }
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

/** Nothing leads back to words: says why, and leads to where there is something to see. */
export function WordsNotice({ asked }: { readonly asked: AskedUnit }) {
  const t = useMessages(inspectWhyMessages).words;
  const nameOf = useLayerNames();
  const { chooseLayer } = useInspectActions();
  const isAtTable = useInspect(({ layer }) => layer === asked.words);
  const isHeld = useWhy(({ origin }) => origin.kind === 'frozen');
  const isThere = isAtTable && isHeld;
  const { words } = asked;
  const show = () => {
    if (words === null) return;
    freezeOrigin(asked);
    chooseLayer(words);
    setInspectView({ panelView: 'why' });
  };
  return (
    <>
      <Notice text={t.why} />
      {words !== null && !isThere && (
        <div className={styles.row}>
          <Button onClick={show}>{t.show(nameOf(words))}</Button>
        </div>
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
  const { cell, rectifiers, through, fill } = values;
  const changesRelu = method === 'guided-backpropagation' || method === 'deconvolution';
  return (
    <p className={styles.note}>
      <strong>{value}</strong>
      {place}. {changesRelu && rectifiers === 0 && t.noRectifier}
      {through !== null && t.cam(nameOf(through))} {through !== null && cell !== null && t.camWhole}
      {fill !== undefined && t.covered(t.fills[fill].name)}
    </p>
  );
}

function Legend({ answer, values }: ValuesProps) {
  const t = useMessages(inspectWhyMessages);
  const legend = useLegend();
  const opacity = useWhy((state) => state.opacity);
  return (
    <>
      <p className={styles.note}>{legend(answer, values)}</p>
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
