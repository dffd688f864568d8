import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import { CodeHost } from '@/components/code/CodeHost';
import { CompareService } from '@/components/compare/CompareService';
import { DatasetService } from '@/components/data/DatasetService';
import { SummaryService } from '@/components/summary/SummaryService';
import { RunHost } from '@/components/training/RunHost';
import { PanelLoading } from '@/components/shell/PanelLoading';
import type { BottomPanel } from '@/lib/state/preferences-state';

const loadFirstParts = () => import('@/components/shell/first-parts');
const loadCanvas = () => loadFirstParts().then((m) => m.Canvas);
const loadPalette = () => loadFirstParts().then((m) => m.Palette);
const loadInspector = () => loadFirstParts().then((m) => m.Inspector);

/** Asks for the parts of the first picture while designs and sentences are still being read. */
export function fetchFirstParts(): void {
  // What cannot be had is asked for again when it is shown, and says so in its place.
  void loadFirstParts().catch(() => undefined);
}

/**
 * What the shell shows in its places. Whatever is not needed for the first picture comes through `next/dynamic`, so
 * that the page opens with little JavaScript; components take no properties and read the stores through hooks.
 */
export const Canvas = dynamic(loadCanvas, {
  ssr: false,
  loading: PanelLoading,
});
export const Palette = dynamic(loadPalette, {
  ssr: false,
  loading: PanelLoading,
});
export const Inspector = dynamic(loadInspector, {
  ssr: false,
  loading: PanelLoading,
});

/** Designs side by side, over palette and canvas. */
export const Compare = dynamic(() => import('@/components/compare/ComparePanel').then((m) => m.ComparePanel), {
  ssr: false,
  loading: PanelLoading,
});

/** Shown while its tab is open, gone while it is not. */
export const BOTTOM_PANELS: Readonly<Record<BottomPanel, ComponentType>> = {
  problems: dynamic(() => import('@/components/problems/ProblemsPanel').then((m) => m.ProblemsPanel), {
    ssr: false,
    loading: PanelLoading,
  }),
  summary: dynamic(() => import('@/components/summary/SummaryPanel').then((m) => m.SummaryPanel), {
    ssr: false,
    loading: PanelLoading,
  }),
  training: dynamic(() => import('@/components/training/TrainingPanel').then((m) => m.TrainingPanel), {
    ssr: false,
    loading: PanelLoading,
  }),
  runs: dynamic(() => import('@/components/runs/RunsPanel').then((m) => m.RunsPanel), {
    ssr: false,
    loading: PanelLoading,
  }),
  inspect: dynamic(() => import('@/components/inspect/InspectPanel').then((m) => m.InspectPanel), {
    ssr: false,
    loading: PanelLoading,
  }),
  code: dynamic(() => import('@/components/code/CodePanel').then((m) => m.CodePanel), {
    ssr: false,
    loading: PanelLoading,
  }),
};

/** Draw nothing and are always there: they offer ports (`usePort`) that must not depend on an open panel. */
export const SERVICES: readonly ComponentType[] = [RunHost, CodeHost, SummaryService, CompareService, DatasetService];
