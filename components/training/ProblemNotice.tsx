'use client';

import { usePreferenceActions } from '@/components/state/use-preferences';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { Notice } from '@/components/training/Notice';
import { describeRunProblem } from '@/components/training/run-problem-text';
import { useRun, useRunActions } from '@/components/training/use-run';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { Locale } from '@/lib/core/locale';
import type { Document } from '@/lib/document/document';
import { documentId } from '@/lib/document/blocks';
import { flatTitle } from '@/lib/document/flat-title';
import { formatConstant } from '@/lib/messages/measures';
import { trainingMessages } from '@/lib/messages/training';
import type { RunProblem } from '@/lib/state/run-state';
import type { FailureCode } from '@/lib/core/failure-code';
import styles from '@/components/training/notices.module.css';

/** Where the same run may well succeed the next time; otherwise something about it must change first. */
const HELPS_TO_RESTART: Readonly<Record<FailureCode, boolean>> = {
  'training/data-unreachable': true,
  'training/data-corrupt': true,
  'training/data-gone': false,
  'training/build-failed': false,
  'training/no-backend': false,
  'training/out-of-memory': true,
  'training/context-lost': true,
  'training/worker-died': true,
  'training/no-model': false,
  'training/busy': false,
  'training/no-checkpoint': false,
  'training/cannot-fit': false,
  'training/shape-mismatch': false,
  'training/internal': true,
};

/** Why there is no run, or why it ended, and what to do about it. */
export function ProblemNotice() {
  const t = useMessages(trainingMessages);
  const locale = useLocale();
  const problem = useRun((run) => run.problem);
  const subject = useRun((run) => run.subject);
  const open = useWorkspace(({ document }) => document);
  const actions = useRunActions();
  if (problem === null) return null;
  const title = layerOf(problem, subject?.document ?? open, locale);
  const detail = problem.kind === 'failure' ? problem.failure.detail : '';
  return (
    <Notice
      tone="error"
      actions={
        <>
          <Cure problem={problem} />
          <IconButton icon="close" label={t.problem.dismiss} tip="below-end" onClick={actions.dismissProblem} />
        </>
      }
    >
      {describeRunProblem(problem, locale)}
      {title !== null && ` ${t.problem.layer(title)}.`}
      {detail !== '' && (
        <details className={styles.details}>
          <summary>{t.problem.details}</summary>
          <code>{detail}</code>
        </details>
      )}
    </Notice>
  );
}

/** The one-click way out, where there is one. */
function Cure({ problem }: { readonly problem: RunProblem }) {
  const t = useMessages(trainingMessages);
  const run = useRunActions();
  const preferences = usePreferenceActions();
  const { apply } = useWorkspaceActions();
  const optimizer = useWorkspace(({ document }) => document.training.optimizer);
  switch (problem.kind) {
    case 'design-errors':
      return <Button onClick={() => preferences.set({ bottomPanel: 'problems' })}>{t.run.showProblems}</Button>;
    case 'diverged': {
      const tryGentler = () => {
        const settings = { optimizer: { ...optimizer, learningRate: problem.suggestion } };
        apply({ kind: 'set-training', settings });
        void run.train();
      };
      return <Button onClick={tryGentler}>{t.problem.tryRate(formatConstant(problem.suggestion))}</Button>;
    }
    case 'failure':
      if (!HELPS_TO_RESTART[problem.failure.code]) return null;
      return <Button onClick={() => void run.restart()}>{t.run.restart}</Button>;
    case 'unknown-dataset':
    case 'cannot-fit':
    case 'run-gone':
      return null;
  }
}

function layerOf(problem: RunProblem, document: Document, locale: Locale): string | null {
  const id =
    problem.kind === 'failure' ? problem.failure.node : problem.kind === 'diverged' ? problem.outcome.node : null;
  return id === null || document.nodes[documentId(id)] === undefined ? null : flatTitle(document, id, locale);
}
