'use client';

import { useId, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { ActionIconButton } from '@/components/shell/ActionIconButton';
import { PanelErrorBoundary } from '@/components/shell/PanelErrorBoundary';
import { BOTTOM_PANELS } from '@/components/shell/slots';
import { usePanelSize } from '@/components/shell/use-panel-size';
import { usePreferenceActions, usePreferences } from '@/components/state/use-preferences';
import { useWorkspace } from '@/components/state/use-workspace';
import { Icon, type UiIconName } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { Splitter } from '@/components/ui/Splitter';
import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';
import type { BottomPanel } from '@/lib/state/preferences-state';
import styles from '@/components/shell/BottomPanels.module.css';

const TABS: readonly (readonly [BottomPanel, UiIconName])[] = [
  ['problems', 'warning'],
  ['summary', 'summary'],
  ['training', 'training'],
  ['runs', 'runs'],
  ['inspect', 'eye'],
  ['code', 'code'],
];

/** They show pictures and curves. */
const TALL: ReadonlySet<BottomPanel | null> = new Set(['training', 'runs', 'inspect']);

/** The tabs along the lower edge and, above them, the panel of the chosen one. */
export function BottomPanels() {
  const open = usePreferences(({ bottomPanel }) => bottomPanel);
  const isWhole = usePreferences(({ bottomMaximized }) => bottomMaximized) && open !== null;
  const { set } = usePreferenceActions();
  const { size, ...splitter } = usePanelSize(TALL.has(open) ? 'training' : 'bottom');
  const t = useMessages(uiMessages);
  const id = useId();
  const Panel = open === null ? null : BOTTOM_PANELS[open];
  return (
    <section aria-label={t.regions.bottom} className={styles.section} data-maximized={isWhole ? '' : undefined}>
      {open !== null && !isWhole && (
        <Splitter
          label={t.resize.bottom}
          controls={id}
          side="below"
          size={size}
          {...splitter}
          onDoubleClick={() => set({ bottomMaximized: true })}
        />
      )}
      <TabStrip open={open} isWhole={isWhole} panelId={id} />
      {open !== null && (
        <div
          key={open}
          id={id}
          role="tabpanel"
          tabIndex={-1}
          aria-labelledby={`${id}-${open}`}
          className={styles.panel}
          style={{ '--height': `${size}px` } as CSSProperties}
        >
          <PanelErrorBoundary>{Panel !== null && <Panel />}</PanelErrorBoundary>
        </div>
      )}
    </section>
  );
}

interface TabStripProps {
  readonly open: BottomPanel | null;
  readonly isWhole: boolean;
  readonly panelId: string;
}

function TabStrip({ open, isWhole, panelId }: TabStripProps) {
  const t = useMessages(uiMessages);
  const { set } = usePreferenceActions();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
    const next = tabAfter(event.key, tabs);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div className={styles.strip}>
      <div ref={list} role="tablist" aria-label={t.regions.bottom} className={styles.tabs} onKeyDown={onKeyDown}>
        {TABS.map(([panel, icon], index) => (
          <button
            key={panel}
            type="button"
            role="tab"
            id={`${panelId}-${panel}`}
            aria-selected={panel === open}
            aria-controls={panel === open ? panelId : undefined}
            tabIndex={panel === open || (open === null && index === 0) ? 0 : -1}
            className={styles.tab}
            onClick={() => set({ bottomPanel: panel === open ? null : panel })}
          >
            <Icon name={icon} size={14} />
            {t.panels[panel]}
            {panel === 'problems' && <ProblemCount />}
          </button>
        ))}
      </div>
      {open !== null && (
        <>
          <ActionIconButton id="maximize-panel" icon="fit" tip="above-end" aria-pressed={isWhole} />
          <IconButton
            icon="chevron-down"
            label={t.closePanel}
            tip="above-end"
            onClick={() => set({ bottomPanel: null })}
          />
        </>
      )}
    </div>
  );
}

function ProblemCount() {
  const t = useMessages(uiMessages);
  const [errors, warnings] = useWorkspace(({ analysis }) => [
    analysis.diagnostics.filter(({ severity }) => severity === 'error').length,
    analysis.diagnostics.filter(({ severity }) => severity === 'warning').length,
  ]);
  const count = (errors ?? 0) + (warnings ?? 0);
  if (count === 0) return null;
  return (
    <span className={styles.count} data-severity={(errors ?? 0) > 0 ? 'error' : 'warning'}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t.problemCount(errors ?? 0, warnings ?? 0)}</span>
    </span>
  );
}

function tabAfter(key: string, tabs: readonly HTMLElement[]): HTMLElement | undefined {
  const at = tabs.findIndex((tab) => tab === document.activeElement);
  if (key === 'ArrowRight') return tabs[(at + 1) % tabs.length];
  if (key === 'ArrowLeft') return tabs[(at - 1 + tabs.length) % tabs.length];
  if (key === 'Home') return tabs[0];
  return key === 'End' ? tabs[tabs.length - 1] : undefined;
}
