'use client';

import { LessonButton } from '@/components/inspect/lessons/LessonButton';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { useCheckpointStops } from '@/components/inspect/use-checkpoint-stops';
import { usePreferenceActions, usePreferences } from '@/components/state/use-preferences';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount } from '@/lib/messages/figures';
import { inspectMessages } from '@/lib/messages/inspect';
import styles from '@/components/inspect/inspect.module.css';

/** Whose weights are shown, the way back through those that were kept, and what the canvas shows of them. */
export function WeightsBar() {
  const t = useMessages(inspectMessages);
  const source = useInspect(({ subject }) => subject?.source ?? null);
  return (
    <div className={styles.weights}>
      {/* First, so that nothing which changes its length moves it under the pointer. */}
      <CheckpointSlider />
      <span className={styles.source} data-source={source}>
        {source !== null && (
          <>
            <Icon name={source === 'start' ? 'warning' : source === 'training' ? 'training' : 'check'} size={14} />
            {t.weights.sources[source]}
          </>
        )}
      </span>
      <Rate />
      <MiniatureSwitch />
      <LessonButton />
    </div>
  );
}

function CheckpointSlider() {
  const t = useMessages(inspectMessages).weights;
  const locale = useLocale();
  const { stops, at } = useCheckpointStops();
  const { setChoice } = useInspectActions();
  const stop = stops[at];
  if (stop === undefined) return null;
  if (stops.length < 2) return <span className={styles.hint}>{t.none}</span>;
  const epoch =
    stop.epoch === null ? t.current : stop.epoch === 'start' ? t.start : t.epochText(formatCount(locale, stop.epoch));
  return (
    <label className={styles.slider} title={t.sliderHint}>
      {t.epoch}
      <input
        type="range"
        min={0}
        max={stops.length - 1}
        value={at}
        aria-valuetext={epoch}
        onChange={(event) => {
          const next = stops[Number(event.target.value)];
          if (next !== undefined) setChoice(next.choice);
        }}
      />
      <output>{epoch}</output>
    </label>
  );
}

function Rate() {
  const t = useMessages(inspectMessages);
  const locale = useLocale();
  const rate = useInspect((state) => (state.rate === null ? null : Math.round(state.rate)));
  return <span className={styles.rate}>{rate === null ? '' : t.rate(formatCount(locale, rate))}</span>;
}

function MiniatureSwitch() {
  const t = useMessages(inspectMessages).layers;
  const miniatures = usePreferences((preferences) => preferences.miniatures);
  const { set } = usePreferenceActions();
  return (
    <label className={styles.switch} title={t.miniaturesHint}>
      <input type="checkbox" checked={miniatures} onChange={(event) => set({ miniatures: event.target.checked })} />
      {t.miniatures}
    </label>
  );
}
