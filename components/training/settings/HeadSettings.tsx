'use client';

import { NumberRow } from '@/components/training/settings/NumberRow';
import { ChoiceRow } from '@/components/training/settings/ChoiceRow';
import { useSettings } from '@/components/training/use-settings';
import { useWorkspace } from '@/components/state/use-workspace';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { NodeId } from '@/lib/core/ids';
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
  return (
    <>
      <p className={styles.note}>{t.hint}</p>
      {outputs.map((output) => (
        <HeadFields key={output} output={output} />
      ))}
    </>
  );
}

function HeadFields({ output }: { readonly output: NodeId }) {
  const words = useMessages(trainingSettingsMessages).heads;
  const t = useMessages(trainingMessages).settings;
  const locale = useLocale();
  const [{ heads, dataset: id }, change] = useSettings();
  const node = useWorkspace(({ analysis }) => analysis.flat.nodes[output]);
  const targets = datasetById(id)?.targets ?? [];
  const head: Head = heads[output] ?? {
    target: targets[0]?.name ?? INPUT_TARGET,
    loss: DEFAULT_TRAINING.loss,
    weight: 1,
  };
  const title = node === undefined ? output : layerTitle(node, locale);
  const set = (changes: Partial<Head>, field: string) =>
    change({ heads: { ...heads, [output]: { ...head, ...changes } } }, `head:${output}:${field}`);
  const known = [...targets.map(({ name }) => name), INPUT_TARGET];
  const options = known.includes(head.target) ? known : [head.target, ...known];
  const names = Object.fromEntries(options.map((name) => [name, name === INPUT_TARGET ? words.input : name]));
  return (
    <fieldset className={styles.head}>
      <legend>{title}</legend>
      <ChoiceRow
        label={words.targetOf(title)}
        value={head.target}
        options={options}
        names={names}
        hint=""
        standard={null}
        onChange={(target) => set({ target }, 'target')}
      />
      <ChoiceRow
        label={words.lossOf(title)}
        value={head.loss}
        options={LOSSES}
        names={t.losses}
        hint={t.lossHints[head.loss]}
        standard={null}
        onChange={(loss) => set({ loss }, 'loss')}
      />
      <NumberRow
        label={words.weight}
        hint={words.weightOf(title)}
        value={head.weight}
        standard={1}
        bounds={TRAINING_BOUNDS.head.weight}
        onChange={(weight) => set({ weight }, 'weight')}
      />
    </fieldset>
  );
}
