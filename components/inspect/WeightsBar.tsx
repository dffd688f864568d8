'use client';

import { LessonButton } from '@/components/inspect/lessons/LessonButton';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { useCheckpointStops } from '@/components/inspect/use-checkpoint-stops';
import { useStateName, useWeightsName } from '@/components/inspect/weights-name';
import { usePreferenceActions, usePreferences } from '@/components/state/use-preferences';
import { useWorkspace } from '@/components/state/use-workspace';
import { useRuns } from '@/components/training/runs-session';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount } from '@/lib/messages/figures';
import { inspectMessages } from '@/lib/messages/inspect';
import { sameNetwork } from '@/lib/state/same-network';
import styles from '@/components/inspect/inspect.module.css';

/** Whose weights are shown, the way back through those that were kept, and what the canvas shows of them. */
export function WeightsBar() {
  return (
    <div className={styles.weights}>
      {/* First, so that nothing which changes its length moves it under the pointer. */}
      <CheckpointSlider />
      <Source />
      <Rate />
      <MiniatureSwitch />
      <LessonButton />
    </div>
  );
}

/** Where the weights come from; of a kept state which, and whether the canvas shows another network by now. */
function Source() {
  const t = useMessages(inspectMessages).weights;
  const source = useInspect(({ subject }) => subject?.source ?? null);
  const choice = useInspect(({ subject }) => subject?.choice ?? null);
  const shown = useInspect(({ subject }) => subject?.document ?? null);
  const isDrawn = useWorkspace(({ document }) => shown === null || sameNetwork(shown, document));
  const openDesign = useWorkspace((state) => state.openDesign);
  const design = useRuns(({ records }) =>
    choice?.kind === 'kept' ? records.find(({ id }) => id === choice.run)?.design : openDesign,
  );
  const weightsName = useWeightsName();
  if (source === null || choice === null) return <span className={styles.source} />;
  const name = source === 'kept' ? weightsName({ choice, source }) : t.sources[source];
  const text = isDrawn ? name : t.elsewhere(name, design === openDesign ? 'changed' : 'other');
  const icon = source === 'start' || !isDrawn ? 'warning' : source === 'training' ? 'training' : 'check';
  return (
    <span className={styles.source} data-source={isDrawn ? source : 'elsewhere'} title={text}>
      <Icon name={icon} size={14} />
      <span>{text}</span>
    </span>
  );
}

function CheckpointSlider() {
  const t = useMessages(inspectMessages).weights;
  const stateName = useStateName();
  const { stops, at } = useCheckpointStops();
  const { setChoice } = useInspectActions();
  const stop = stops[at];
  if (stop === undefined) return null;
  if (stops.length < 2) return <span className={styles.hint}>{t.none}</span>;
  const epoch = stop.state === null ? t.current : stop.state === 'start' ? t.start : stateName(stop.state);
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
