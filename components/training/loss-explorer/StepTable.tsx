'use client';

import { CURVE_LOOKS } from '@/components/training/loss-explorer/curve-looks';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { lossExplorerMessages } from '@/lib/messages/loss-explorer';
import { formatDecimal } from '@/lib/messages/measures';
import { lossAt, slopeAt, type DescentStep, type ExploredLoss, type StepSite } from '@/lib/training/loss-explorer';
import styles from '@/components/training/loss-explorer/loss-explorer.module.css';

interface StepTableProps {
  readonly steps: readonly (DescentStep & { readonly loss: ExploredLoss })[];
  readonly site: StepSite;
}

/** The numbers of the point and of one step from it, loss by loss. */
export function StepTable({ steps, site: { p, y, parameter } }: StepTableProps) {
  const words = useMessages(lossExplorerMessages);
  const locale = useLocale();
  const t = words.table;
  const number = (value: number) => formatDecimal(locale, value, 4);
  const gradient = parameter === 'logit' ? '∂L/∂θ' : t.gradient;
  return (
    <div className={styles.scroll} role="region" aria-label={t.caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>{t.caption}</caption>
        <thead>
          <tr>
            {[t.loss, t.value, t.slope, gradient, t.lands, t.after].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.loss}>
              <th scope="row">
                <svg width={26} height={8} aria-hidden="true">
                  <path className={styles.curve} style={CURVE_LOOKS[step.loss]} d="M0 4H26" />
                </svg>
                {words.losses[step.loss]}
              </th>
              <td>{number(lossAt(step.loss, p, y))}</td>
              <td>{number(slopeAt(step.loss, p, y))}</td>
              <td>{number(step.gradient)}</td>
              <td>{number(step.p)}</td>
              <td>{step.after === null ? t.outside : number(step.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
