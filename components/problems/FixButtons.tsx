'use client';

import type { Diagnostic, Fix } from '@/lib/analysis/diagnostic';
import { documentId } from '@/lib/document/blocks';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { useProblemText } from '@/components/problems/use-problem-text';
import styles from '@/components/problems/problems.module.css';

/** One click each; every fix is one undo step. */
export function FixButtons({ problem }: { readonly problem: Diagnostic }) {
  const text = useProblemText();
  const { apply } = useWorkspaceActions();
  const { ports } = useDesigner();
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  // What a rewrite saves is shown before it is done.
  const run = ({ label, command }: Fix) => {
    const dialogs = ports.store.getState().dialogs;
    if (label.kind === 'rewrite' && dialogs !== undefined)
      dialogs.openRewrites([documentId(label.node)], label.rewrite);
    else apply(command);
  };
  if (problem.fixes.length === 0) return null;
  return (
    <span className={styles.fixes}>
      {problem.fixes.map((fix) => (
        <Button key={JSON.stringify(fix.label)} disabled={isReadOnly} onClick={() => run(fix)}>
          {text.fix(fix)}
        </Button>
      ))}
    </span>
  );
}
