'use client';

import type { Diagnostic } from '@/lib/analysis/diagnostic';
import { panelMessages } from '@/lib/messages/panels';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { FixButtons } from '@/components/problems/FixButtons';
import { problemKey } from '@/components/problems/problem-key';
import { SilenceMenu } from '@/components/problems/SilenceMenu';
import { useKeptFocus } from '@/components/problems/use-kept-focus';
import { useProblemText } from '@/components/problems/use-problem-text';
import styles from '@/components/problems/problems.module.css';

/** Problems where they are, with their fixes: beside a field, or above a layer's form. */
export function ProblemNotes({ problems }: { readonly problems: readonly Diagnostic[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {problems.map((problem) => (
        <Note key={problemKey(problem)} problem={problem} />
      ))}
    </ul>
  );
}

function Note({ problem }: { readonly problem: Diagnostic }) {
  const note = useKeptFocus<HTMLLIElement>();
  const text = useProblemText();
  const words = useMessages(panelMessages).problems;
  return (
    <li ref={note} className={styles.note} data-severity={problem.severity}>
      <Icon name={problem.severity} size={14} />
      <div className={styles.noteText}>
        <p>
          <span className="visually-hidden">{words.severity[problem.severity]}: </span>
          {text.message(problem)}
        </p>
        <FixButtons problem={problem} />
      </div>
      <SilenceMenu problem={problem} />
    </li>
  );
}
