'use client';

import type { Diagnostic, Severity } from '@/lib/analysis/diagnostic';
import { canvasMessages } from '@/lib/messages/canvas';
import { useMessages } from '@/components/ui/use-messages';
import { Icon } from '@/components/ui/Icon';
import styles from '@/components/problems/problems.module.css';

/** How many problems of the gravest kind there are, as icon and number, in words for screen readers. */
export function ProblemBadge({ problems }: { readonly problems: readonly Diagnostic[] }) {
  const messages = useMessages(canvasMessages);
  const severity: Severity | undefined = problems[0]?.severity;
  if (severity === undefined) return null;
  const count = problems.filter((problem) => problem.severity === severity).length;
  const text = messages.problemsBadge[severity](count);
  return (
    <span className={styles.badge} data-severity={severity} role="img" aria-label={text} title={text}>
      <Icon name={severity} size={13} />
      <span aria-hidden="true">{count}</span>
    </span>
  );
}
