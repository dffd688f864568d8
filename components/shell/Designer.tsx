'use client';

import { useId, type CSSProperties, type ReactNode } from 'react';
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
import { useReturnedFocus } from '@/components/shell/use-returned-focus';
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
  // Nothing else: whatever makes this draw anew draws the canvas anew.
  const [paletteOpen, inspectorOpen] = usePreferences((chosen) => [chosen.paletteOpen, chosen.inspectorOpen]);
  const palette = usePanelSize('palette');
  const inspector = usePanelSize('inspector');
  const paletteId = useId();
  const inspectorId = useId();
  const sizes = { '--palette': `${palette.size}px`, '--inspector': `${inspector.size}px` } as CSSProperties;
  return (
    <div className={styles.workbench} style={sizes}>
      <div className={styles.middle}>
        <Stage>
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
        </Stage>
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

/** Palette and canvas, which keep their state below a comparison; the properties stay at hand beside it. */
function Stage({ children }: { readonly children: ReactNode }) {
  const t = useMessages(uiMessages);
  const isComparing = useStore(useDesigner().comparing.store, ({ isOpen }) => isOpen);
  useReturnedFocus(isComparing);
  return (
    <div className={styles.stage}>
      <div className={styles.upper} inert={isComparing}>
        {children}
      </div>
      {isComparing && (
        <main className={styles.over} aria-label={t.regions.compare}>
          <PanelErrorBoundary>
            <Compare />
          </PanelErrorBoundary>
        </main>
      )}
    </div>
  );
}
