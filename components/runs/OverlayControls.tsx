'use client';

import { useId } from 'react';
import type { NamedLine } from '@/components/runs/overlay-lines';
import { saveChart } from '@/components/runs/save-chart';
import { setView, useView } from '@/components/runs/view-state';
import { useDesigner } from '@/components/state/designer-context';
import { IconButton } from '@/components/ui/IconButton';
import { Button } from '@/components/ui/Button';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { useMessages } from '@/components/ui/use-messages';
import { runsMessages } from '@/lib/messages/runs';
import { AXES, QUANTITIES, type Axis, type Quantity } from '@/lib/runs/chart/series';
import styles from '@/components/runs/chart.module.css';

interface OverlayControlsProps {
  readonly lines: readonly NamedLine[];
  /** null: the whole range. */
  readonly window: readonly [number, number] | null;
  readonly onWindow: (window: readonly [number, number] | null) => void;
}

/** What is drawn and how. */
export function OverlayControls({ lines, window, onWindow }: OverlayControlsProps) {
  const t = useMessages(runsMessages);
  const designer = useDesigner();
  const id = useId();
  const { quantity, axis, smoothing, isLog, isGrouped } = useView((state) => state);
  const isPerBatch = quantity === 'loss' || quantity === 'score';
  return (
    <div className={styles.controls}>
      <select
        aria-label={t.chart.quantity}
        value={quantity}
        onChange={(event) => setView({ quantity: event.target.value as Quantity })}
      >
        {QUANTITIES.map((name) => (
          <option key={name} value={name}>
            {t.chart.quantities[name]}
          </option>
        ))}
      </select>
      <select
        aria-label={t.chart.axis}
        value={axis}
        onChange={(event) => setView({ axis: event.target.value as Axis })}
      >
        {AXES.map((name) => (
          <option key={name} value={name}>
            {t.chart.by[name]}
          </option>
        ))}
      </select>
      <label title={t.chart.smoothingHint} data-off={isPerBatch ? undefined : ''}>
        {t.chart.smoothing}
        <input
          type="range"
          min={0}
          max={0.99}
          step={0.01}
          value={smoothing}
          disabled={!isPerBatch}
          aria-describedby={`${id}-smoothing`}
          onChange={(event) => setView({ smoothing: Number(event.target.value) })}
        />
        <output id={`${id}-smoothing`}>{t.decimal(smoothing, 2)}</output>
      </label>
      <label>
        <input type="checkbox" checked={isLog} onChange={(event) => setView({ isLog: event.target.checked })} />
        {t.chart.log}
      </label>
      <label>
        <input type="checkbox" checked={isGrouped} onChange={(event) => setView({ isGrouped: event.target.checked })} />
        {t.chart.group}
      </label>
      <span className={styles.space} />
      {window !== null && (
        <Button look="quiet" onClick={() => onWindow(null)}>
          {t.chart.whole}
        </Button>
      )}
      <Menu
        label={t.actions.export}
        align="end"
        trigger={(trigger) => <IconButton icon="download" label={t.actions.export} tip="below-end" {...trigger} />}
      >
        {(['svg', 'png'] as const).map((kind) => (
          <MenuItem key={kind} onSelect={() => void saveChart(designer, { lines, window, kind })}>
            {t.chart[kind]}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
