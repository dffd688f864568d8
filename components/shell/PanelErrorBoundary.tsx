'use client';

import { Component, type ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { startMessages } from '@/lib/messages/start';
import { uiMessages } from '@/lib/messages/ui';
import styles from '@/components/shell/PanelErrorBoundary.module.css';

interface Props {
  readonly children: ReactNode;
}

/** A panel that breaks, or whose code cannot be fetched, leaves the rest of the page at work. */
export class PanelErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Failed error={error} onRetry={() => (isLoadFailure(error) ? reload() : this.setState({ error: null }))} />;
  }
}

/** What could not be fetched is remembered as missing until the page is loaded again. */
function isLoadFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'ChunkLoadError';
}

function reload(): void {
  window.location.reload();
}

function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useMessages(uiMessages);
  const { details } = useMessages(startMessages).crash;
  return (
    <div role="alert" className={styles.failed}>
      <p>{t.panelFailed}</p>
      <details>
        <summary>{details}</summary>
        <pre>{String(error)}</pre>
      </details>
      <Button onClick={onRetry}>{t.panelRetry}</Button>
    </div>
  );
}
