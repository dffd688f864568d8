'use client';

import { useWorkspace } from '@/components/state/use-workspace';
import { useRun } from '@/components/training/use-run';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatDecimal } from '@/lib/messages/measures';
import { trainingMessages, type TrainingMessages } from '@/lib/messages/training';
import type { BackendReport } from '@/lib/training/protocol';
import styles from '@/components/training/settings.module.css';

/** What there is to compute with, and how long each takes for one training step of this network. */
export function BackendTable() {
  const t = useMessages(trainingMessages).backend;
  const locale = useLocale();
  const backends = useRun((run) => run.backends);
  const calibration = useRun((run) => run.calibration);
  const batchSize = useWorkspace(({ document }) => document.training.batchSize);
  const params = useWorkspace(({ analysis }) => analysis.totals.params);
  if (backends.length === 0) return null;
  const isOutdated =
    calibration !== null && (calibration.batchSize !== batchSize || calibration.plan.params !== params);
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col" className={styles.number}>
              {t.speed}
            </th>
          </tr>
        </thead>
        <tbody>
          {backends.map((report) => (
            <tr key={report.name} data-off={!report.available || report.software}>
              <th scope="row">
                {t.names[report.name]}
                {calibration?.chosen === report.name && (
                  <span className={styles.chosen}>
                    <Icon name="check" size={12} /> {t.chosen}
                  </span>
                )}
                <small title={report.detail}>{noteOf(report, t)}</small>
              </th>
              <td className={styles.number}>
                {report.msPerBatch === null ? t.notMeasured : t.perBatch(formatDecimal(locale, report.msPerBatch, 1))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isOutdated && <p className={styles.hint}>{t.outdated}</p>}
    </>
  );
}

function noteOf({ available, software, detail }: BackendReport, t: TrainingMessages['backend']): string {
  if (!available) return t.unavailable;
  return software ? t.software : detail;
}
