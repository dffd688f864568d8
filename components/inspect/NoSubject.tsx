'use client';

import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { EmptyView } from '@/components/training/EmptyView';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { inspectMessages } from '@/lib/messages/inspect';
import type { Failure } from '@/lib/training/protocol';

/** Why there is nothing to look into, and what to do about it. */
export function NoSubject() {
  const t = useMessages(inspectMessages);
  const phase = useInspect((state) => state.phase);
  const isKept = useInspect(({ choice }) => choice.kind === 'kept');
  const actions = useInspectActions();
  switch (phase.kind) {
    case 'refused':
      return (
        <div role="alert" style={{ display: 'contents' }}>
          <EmptyView {...t.refused[phase.reason]} icon="eye">
            {isKept && <Button onClick={() => actions.setChoice({ kind: 'current' })}>{t.weights.back}</Button>}
          </EmptyView>
        </div>
      );
    case 'failed':
      return (
        <div role="alert" style={{ display: 'contents' }}>
          <EmptyView title={t.failed.title} text={t.failed[wordOf(phase.failure)]} icon="error">
            <details>
              <summary>{t.failed.details}</summary>
              {[phase.failure.node, phase.failure.detail].filter((part) => part !== null && part !== '').join(': ')}
            </details>
            <Button onClick={actions.retry}>{t.retry}</Button>
          </EmptyView>
        </div>
      );
    case 'closed':
    case 'opening':
    case 'ready':
      return (
        <div role="status" style={{ display: 'contents' }}>
          <EmptyView title={t.title} text={t.opening} icon="eye" />
        </div>
      );
  }
}

export function wordOf({ code }: Failure): 'data' | 'memory' | 'other' {
  if (code.startsWith('training/data')) return 'data';
  return code === 'training/out-of-memory' || code === 'training/cannot-fit' ? 'memory' : 'other';
}
