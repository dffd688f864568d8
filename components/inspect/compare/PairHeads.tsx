'use client';

import { agreementOfPair, useCorrelationText, useSideTexts } from '@/components/inspect/compare/use-pair-text';
import { useCompare } from '@/components/inspect/compare/compare-session';
import { useSlowPair } from '@/components/inspect/compare/use-slow-pair';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useMessages } from '@/components/ui/use-messages';
import { formatShape, type Shape } from '@/lib/core/tensor-type';
import { inspectCompareMessages } from '@/lib/messages/inspect-compare';
import type { InspectLayer } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/compare/compare.module.css';

/** What the three columns are of, what both networks say, and how far they agree. */
export function PairHeads({ layer }: { readonly layer: InspectLayer }) {
  const t = useMessages(inspectCompareMessages);
  const pair = useSlowPair();
  const { a, b } = useSideTexts(pair);
  const format = useShortNumber();
  const correlationText = useCorrelationText();
  const titleOfB = useCompare(
    ({ subject, pair: now }) => subject?.layers.find(({ node }) => node === now?.b?.node)?.title ?? '',
  );
  const agreement = pair === null ? null : agreementOfPair(pair);
  const isByOrder = pair?.partner?.by === 'order';
  const obstacle =
    pair === null
      ? null
      : pair.b === null
        ? t.noPartner(layer.title)
        : pair.difference === null
          ? t.shapes(whole(pair.a.shape), whole(pair.b.shape))
          : null;
  return (
    <>
      <Head name={a.name} text={a.verdict} />
      <Head name={b.name} text={b.verdict} hint={isByOrder ? t.byOrder(layer.title, titleOfB) : undefined} />
      <Head
        name={agreement === null ? t.heads.difference : t.heads.largest(format(agreement.most))}
        text={agreement === null ? '' : correlationText(agreement)}
        hint={t.heads.hint}
      />
      {obstacle !== null && (
        <p role="alert" className={styles.obstacleText} data-whole={pair?.b === null}>
          {obstacle}
        </p>
      )}
    </>
  );
}

/** On one line. */
const whole = (shape: Shape) => formatShape(shape).replaceAll(' ', '\u00a0');

interface HeadProps {
  readonly name: string;
  readonly text: string;
  readonly hint?: string | undefined;
}

function Head({ name, text, hint }: HeadProps) {
  return (
    <div className={styles.head} title={[name, text, hint].filter(Boolean).join('\n')}>
      <strong>{name}</strong>
      <span>{text}</span>
    </div>
  );
}
