'use client';

import { NumberRow } from '@/components/training/settings/NumberRow';
import { ChoiceRow } from '@/components/training/settings/ChoiceRow';
import { useSettings } from '@/components/training/use-settings';
import { useWorkspace } from '@/components/state/use-workspace';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { NodeId } from '@/lib/core/ids';
import type { Dataset } from '@/lib/datasets/dataset';
import { headsOf } from '@/lib/datasets/heads';
import { datasetById } from '@/lib/datasets/registry';
import { layerTitle } from '@/lib/document/layer-title';
import {
  DEFAULT_TRAINING,
  INPUT_TARGET,
  LOSSES,
  TRAINING_BOUNDS,
  type HeadSettings as Head,
} from '@/lib/document/training-settings';
import { trainingMessages } from '@/lib/messages/training';
import { trainingSettingsMessages } from '@/lib/messages/training-settings';
import styles from '@/components/training/settings/groups.module.css';

/** What each of several outputs learns, by which loss, and how much it counts. */
export function HeadSettings({ outputs }: { readonly outputs: readonly NodeId[] }) {
  const t = useMessages(trainingSettingsMessages).heads;
  const [settings] = useSettings();
  const layers = useWorkspace(({ analysis }) => analysis.layers);
  const dataset = datasetById(settings.dataset);
  const shapes = outputs.map((node) => ({ node, shape: layers[node]?.output?.shape ?? [] }));
  const heads: readonly Head[] = dataset === undefined ? [] : headsOf(shapes, settings, dataset);
  return (
    <>
      <p className={styles.note}>{t.hint}</p>
      {outputs.map((output, at) => (
        <HeadFields key={output} output={output} head={heads[at] ?? UNKNOWN} dataset={dataset} />
      ))}
    </>
  );
}

/** Of an output where there are no data to learn from. */
const UNKNOWN: Head = { target: INPUT_TARGET, loss: DEFAULT_TRAINING.loss, weight: 1 };

interface HeadFieldsProps {
  readonly output: NodeId;
  /** What it learns, set or by its shape. */
  readonly head: Head;
  readonly dataset: Dataset | undefined;
}

function HeadFields({ output, head: { target, loss, weight }, dataset }: HeadFieldsProps) {
  const words = useMessages(trainingSettingsMessages).heads;
  const t = useMessages(trainingMessages).settings;
  const locale = useLocale();
  const [{ heads }, change] = useSettings();
  const node = useWorkspace(({ analysis }) => analysis.flat.nodes[output]);
  const targets = dataset?.targets ?? [];
  const title = node === undefined ? output : layerTitle(node, locale);
  const set = (changes: Partial<Head>, field: string) =>
    change({ heads: { ...heads, [output]: { target, loss, weight, ...changes } } }, `head:${output}:${field}`);
  const known = [...targets.map(({ name }) => name), INPUT_TARGET];
  const options = known.includes(target) ? known : [target, ...known];
  const names = Object.fromEntries(options.map((name) => [name, name === INPUT_TARGET ? words.input : name]));
  return (
    <fieldset className={styles.head}>
      <legend>{title}</legend>
      <ChoiceRow
        label={words.targetOf(title)}
        value={target}
        options={options}
        names={names}
        hint=""
        standard={null}
        onChange={(chosen) => set({ target: chosen }, 'target')}
      />
      <ChoiceRow
        label={words.lossOf(title)}
        value={loss}
        options={LOSSES}
        names={t.losses}
        hint={t.lossHints[loss]}
        standard={null}
        onChange={(chosen) => set({ loss: chosen }, 'loss')}
      />
      <NumberRow
        label={words.weight}
        hint={words.weightOf(title)}
        value={weight}
        standard={1}
        bounds={TRAINING_BOUNDS.head.weight}
        onChange={(changed) => set({ weight: changed }, 'weight')}
      />
    </fieldset>
  );
}
