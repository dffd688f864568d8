'use client';

import { useId, type CSSProperties } from 'react';
import { useStore } from 'zustand';
import { Header } from '@/components/shell/Header';
import { BottomPanels } from '@/components/shell/BottomPanels';
import { Dialogs } from '@/components/dialogs/Dialogs';
import { ElsewhereBanner } from '@/components/shell/ElsewhereBanner';
import { FileDrop } from '@/components/shell/FileDrop';
import { PanelErrorBoundary } from '@/components/shell/PanelErrorBoundary';
import { Canvas, Compare, Inspector, Palette, SERVICES } from '@/components/shell/slots';
import { useDocumentTitle } from '@/components/shell/use-document-title';
import { usePageEvents } from '@/components/shell/use-page-events';
import { usePanelSize } from '@/components/shell/use-panel-size';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { useTheme } from '@/components/shell/use-theme';
import { useDesigner } from '@/components/state/designer-context';
import { usePreferences } from '@/components/state/use-preferences';
import { Splitter } from '@/components/ui/Splitter';
import { Toasts } from '@/components/ui/Toasts';
import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';
import styles from '@/components/shell/shell.module.css';

/** Header, palette, canvas, inspector and lower panels, and what listens for the whole page. */
export function Designer() {
  useTheme();
  useDocumentTitle();
  usePageEvents();
  useShortcuts();
  return (
    <div className={styles.shell}>
      <Header />
      <ElsewhereBanner />
      <Workbench />
      <Dialogs />
      <FileDrop />
      <Toasts />
      {SERVICES.map((Service, index) => (
        <Service key={index} />
      ))}
    </div>
  );
}

function Workbench() {
  const t = useMessages(uiMessages);
  const { paletteOpen, inspectorOpen } = usePreferences((preferences) => preferences);
  const isComparing = useStore(useDesigner().comparing.store, ({ isOpen }) => isOpen);
  const palette = usePanelSize('palette');
  const inspector = usePanelSize('inspector');
  const paletteId = useId();
  const inspectorId = useId();
  const sizes = { '--palette': `${palette.size}px`, '--inspector': `${inspector.size}px` } as CSSProperties;
  return (
    <div className={styles.workbench} style={sizes}>
      <div className={styles.middle}>
        <div className={styles.stage}>
          <div className={styles.upper} inert={isComparing}>
            {paletteOpen && (
              <aside className={styles.side} aria-label={t.regions.palette}>
                <div id={paletteId} className={styles.palette}>
                  <PanelErrorBoundary>
                    <Palette />
                  </PanelErrorBoundary>
                </div>
                <Splitter label={t.resize.palette} controls={paletteId} side="left" {...palette} />
              </aside>
            )}
            <main className={styles.canvas} aria-label={t.regions.canvas}>
              <PanelErrorBoundary>
                <Canvas />
              </PanelErrorBoundary>
            </main>
          </div>
          {isComparing && <ComparedDesigns />}
        </div>
        <BottomPanels />
      </div>
      {inspectorOpen && (
        <aside className={styles.side} aria-label={t.regions.inspector}>
          <Splitter label={t.resize.inspector} controls={inspectorId} side="right" {...inspector} />
          <div id={inspectorId} className={styles.inspector}>
            <PanelErrorBoundary>
              <Inspector />
            </PanelErrorBoundary>
          </div>
        </aside>
      )}
    </div>
  );
}

/** Covers palette and canvas, which keep their state; the properties stay at hand. */
function ComparedDesigns() {
  const t = useMessages(uiMessages);
  return (
    <main className={styles.over} aria-label={t.regions.compare}>
      <PanelErrorBoundary>
        <Compare />
      </PanelErrorBoundary>
    </main>
  );
}
