'use client';

import { shapeText } from '@/components/data/dataset-text';
import { fitDesign, nextFit } from '@/components/data/fit-design';
import { useDatasets } from '@/components/data/use-datasets';
import { useInspect } from '@/components/inspect/use-inspect';
import { useDesigner } from '@/components/state/designer-context';
import { useAction } from '@/components/state/use-actions';
import { useWorkspace } from '@/components/state/use-workspace';
import { useSettings } from '@/components/training/use-settings';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { sameShape } from '@/lib/core/tensor-type';
import type { Dataset } from '@/lib/datasets/dataset';
import { inspectMessages } from '@/lib/messages/inspect';
import { inspectInputMessages } from '@/lib/messages/inspect-input';
import styles from '@/components/inspect/input/input.module.css';

/** Why there are no samples to choose from, and what brings some. */
export function NoSamples() {
  const text = useNoSamplesText();
  return (
    <>
      <p className={styles.note}>{text}</p>
      <div className={styles.row}>
        <DataCures />
      </div>
    </>
  );
}

/** What the network takes, and why the data set at hand has none of it. */
export function useNoSamplesText(): string {
  const t = useMessages(inspectMessages).input;
  const words = useMessages(inspectInputMessages).data;
  const locale = useLocale();
  const inputShape = useInspect(({ subject }) => subject?.plan.inputShape ?? []);
  const unfit = useInspect(({ subject }) => subject?.unfit ?? null);
  const hasFitting = useDatasets().some((one) => sameShape(one.inputShape, inputShape));
  const shapeOf = (shaped: Pick<Dataset, 'inputShape'>) => shapeText(shaped, locale).replaceAll(' × ', '\u00a0×\u00a0');
  const ours = shapeOf({ inputShape });
  if (unfit !== null) return words.unfit(unfit.title, shapeOf(unfit), ours);
  const isPicture = inputShape.length === 3 && (inputShape[2] === 1 || inputShape[2] === 3);
  if (isPicture) return t.noData;
  return hasFitting ? words.some(ours) : words.none(ours);
}

/** The mend that problems offer, data sets that fit, or one's own. */
export function DataCures() {
  const t = useMessages(inspectInputMessages).data;
  const { workspace, shell } = useDesigner();
  const inputShape = useInspect(({ subject }) => subject?.plan.inputShape ?? []);
  const isUnfit = useInspect(({ subject }) => (subject?.unfit ?? null) !== null);
  const isOpen = useInspect(({ choice }) => choice.kind !== 'kept');
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  const canFit = useWorkspace(({ analysis }) => nextFit(analysis) !== null);
  const fitting = useDatasets().filter((one) => sameShape(one.inputShape, inputShape));
  const [settings, change] = useSettings();
  // What is seen of a kept run is its own design.
  if (!isOpen) return null;
  return (
    <>
      {isUnfit && canFit && (
        <Button icon="wand" disabled={isReadOnly} onClick={() => fitDesign(workspace)}>
          {t.fit}
        </Button>
      )}
      {fitting.map(({ id, title }) =>
        id === settings.dataset ? null : (
          <Button key={id} disabled={isReadOnly} onClick={() => change({ dataset: id }, 'dataset')}>
            {t.use(title)}
          </Button>
        ),
      )}
      {fitting.length === 0 && (
        <Button icon="folder" onClick={() => shell.open({ kind: 'datasets', files: [] })}>
          {t.import}
        </Button>
      )}
    </>
  );
}

/** Where weights could come from, where the network has learned nothing and has nothing here to learn from. */
export function StartWeights() {
  const t = useMessages(inspectInputMessages).start;
  const { action, enabled } = useAction('open-file');
  const isStart = useInspect(
    ({ subject }) => subject?.source === 'start' && !subject.takesSamples && subject.unfit === null,
  );
  if (!isStart) return null;
  return (
    <>
      <p className={styles.note}>{t.text}</p>
      <div className={styles.row}>
        <Button icon="folder" disabled={!enabled} onClick={action.run}>
          {t.open}
        </Button>
      </div>
    </>
  );
}
