'use client';

import { useStore } from 'zustand';
import { useDesigner } from '@/components/state/designer-context';
import { useSettings } from '@/components/training/use-settings';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { NodeId } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { documentId } from '@/lib/document/blocks';
import { TRAINING_BOUNDS } from '@/lib/document/training-settings';
import { formatCount, formatShare } from '@/lib/messages/figures';
import { healthMessages } from '@/lib/messages/health';
import type { HealthFinding as Wording } from '@/lib/messages/health-finding';
import { formatConstant } from '@/lib/messages/measures';
import type { HealthFinding, Measured } from '@/lib/training/diagnose-health';
import styles from '@/components/training/health/health.module.css';

interface FindingsProps {
  readonly findings: readonly HealthFinding[];
  readonly measured: Measured;
  readonly titleOf: (node: NodeId) => string;
}

/** The diagnosis in words, each with what helps at one click. */
export function Findings({ findings, measured, titleOf }: FindingsProps) {
  const t = useMessages(healthMessages);
  const { gradients, steps, units } = measured;
  const isHealthy = findings.length === 0 && (gradients || steps || units);
  return (
    <>
      {isHealthy && (
        <p className={styles.healthy}>
          <Icon name="check" /> {t.healthy(measured)}
        </p>
      )}
      {findings.length > 0 && <FindingList findings={findings} titleOf={titleOf} />}
      {!(gradients && steps && units) && (
        <p className={styles.unmeasured}>{t.unmeasured({ gradients: !gradients, steps: !steps, units: !units })}</p>
      )}
    </>
  );
}

function FindingList({ findings, titleOf }: Omit<FindingsProps, 'measured'>) {
  const t = useMessages(healthMessages);
  const locale = useLocale();
  return (
    <ul className={styles.findings} aria-label={t.findings}>
      {findings.map((finding) => (
        <li key={`${finding.kind} ${finding.node}`} className={styles.finding}>
          <Icon name="warning" />
          <p>{t.finding(inWords(finding, { titleOf, locale }))}</p>
          <Remedy finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function inWords(
  finding: HealthFinding,
  { titleOf, locale }: { readonly titleOf: (node: NodeId) => string; readonly locale: Locale },
): Wording {
  const layer = titleOf(finding.node);
  switch (finding.kind) {
    case 'vanishing':
    case 'exploding': {
      const ratio = formatRatio(locale, finding.ratio);
      const other = titleOf(finding.other);
      if (finding.kind === 'exploding') return { kind: 'exploding', layer, other, ratio };
      return { kind: 'vanishing', layer, other, ratio, isSaturating: finding.saturating.length > 0 };
    }
    case 'dead':
    case 'saturated':
      return { kind: finding.kind, layer, share: formatShare(locale, finding.share) };
    case 'large-updates':
      return { kind: 'large-updates', layer, share: formatShare(locale, finding.ratio) };
    case 'small-updates':
      return { kind: 'small-updates' };
    case 'no-gradient':
      return { kind: 'no-gradient', layer };
  }
}

const MOST_WRITTEN_OUT = 1e6;

function formatRatio(locale: Locale, ratio: number): string {
  const rounded = Number(ratio.toPrecision(2));
  return rounded < MOST_WRITTEN_OUT ? formatCount(locale, Math.round(rounded)) : formatConstant(rounded);
}

const RATE_FACTOR = 10;

function Remedy({ finding }: { readonly finding: HealthFinding }) {
  const t = useMessages(healthMessages).fixes;
  const dialogs = useStore(useDesigner().ports.store, (ports) => ports.dialogs);
  const [{ optimizer }, change] = useSettings();
  const saturating =
    finding.kind === 'vanishing' ? finding.saturating : finding.kind === 'saturated' ? [finding.node] : [];
  if (saturating.length > 0 && dialogs !== undefined) {
    const nodes = [...new Set(saturating.map(documentId))];
    return <Button onClick={() => dialogs.openRewrites(nodes, 'replace-activations')}>{t.replaceSaturating}</Button>;
  }
  const factor = { dead: 1 / RATE_FACTOR, 'large-updates': 1 / RATE_FACTOR, 'small-updates': RATE_FACTOR }[
    finding.kind as string
  ];
  if (factor === undefined) return null;
  const { min, max } = TRAINING_BOUNDS.optimizer.learningRate;
  const rate = Math.min(max, Math.max(min, Number((optimizer.learningRate * factor).toPrecision(6))));
  return (
    <Button onClick={() => change({ optimizer: { ...optimizer, learningRate: rate } }, 'learningRate')}>
      {t.rate(formatConstant(rate))}
    </Button>
  );
}
