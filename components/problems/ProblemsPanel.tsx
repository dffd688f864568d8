'use client';

import type { Severity } from '@/lib/analysis/diagnostic';
import { NO_DATASET } from '@/lib/document/training-settings';
import { panelMessages } from '@/lib/messages/panels';
import { useWorkspace } from '@/components/state/use-workspace';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { problemIndex } from '@/components/problems/problem-index';
import { problemKey } from '@/components/problems/problem-key';
import { SilencedList } from '@/components/problems/SilencedList';
import { ProblemRow } from '@/components/problems/ProblemRow';
import styles from '@/components/problems/problems.module.css';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];

/** Everything the analysis has to say, the gravest first. */
export function ProblemsPanel() {
  const words = useMessages(panelMessages).problems;
  const problems = useWorkspace(({ analysis }) => problemIndex(analysis).bySeverity);
  const hasData = useWorkspace(({ document }) => document.training.dataset !== NO_DATASET);
  const counts = SEVERITIES.flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [words.counts[severity](count)];
  });
  return (
    <div className={styles.panel}>
      <p role="status" className="visually-hidden">
        {counts.length === 0 ? words.none : counts.join(', ')}
      </p>
      {problems.length === 0 ? (
        <div className={styles.none}>
          <Icon name="success" size={20} />
          <p>
            <b>{words.none}</b>
            {hasData ? words.noneText : words.noneWithoutData}
          </p>
        </div>
      ) : (
        <ul className={styles.list} aria-label={words.title}>
          {problems.map((problem) => (
            <ProblemRow key={problemKey(problem)} problem={problem} />
          ))}
        </ul>
      )}
      <SilencedList />
    </div>
  );
}
