'use client';

import type { Diagnostic } from '@/lib/analysis/diagnostic';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { useProblemText } from '@/components/problems/use-problem-text';
import styles from '@/components/problems/problems.module.css';

/** One click each; every fix is one undo step. */
export function FixButtons({ problem }: { readonly problem: Diagnostic }) {
  const text = useProblemText();
  const { apply } = useWorkspaceActions();
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  if (problem.fixes.length === 0) return null;
  return (
    <span className={styles.fixes}>
      {problem.fixes.map((fix) => (
        <Button key={JSON.stringify(fix.label)} disabled={isReadOnly} onClick={() => apply(fix.command)}>
          {text.fix(fix)}
        </Button>
      ))}
    </span>
  );
}
