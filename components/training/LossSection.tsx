'use client';

import { ClassWeights } from '@/components/training/settings/ClassWeights';
import { ChoiceRow } from '@/components/training/settings/ChoiceRow';
import { HeadSettings } from '@/components/training/settings/HeadSettings';
import { NumberRows } from '@/components/training/settings/NumberRows';
import { SettingsGroup } from '@/components/training/settings/SettingsGroup';
import type { NumberSpec } from '@/components/training/settings/number-specs';
import { differsFromDefault, useReset } from '@/components/training/settings/use-reset';
import { useSettings } from '@/components/training/use-settings';
import { useAction } from '@/components/state/use-actions';
import { useWorkspace } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { DEFAULT_TRAINING, LOSSES, type LossName } from '@/lib/document/training-settings';
import { formatCount } from '@/lib/messages/figures';
import { trainingMessages } from '@/lib/messages/training';
import { trainingSettingsMessages } from '@/lib/messages/training-settings';
import styles from '@/components/training/settings/groups.module.css';

/** Which options a loss reads. */
const OPTIONS: Readonly<Record<LossName, readonly NumberSpec[]>> = {
  'categorical-cross-entropy': [{ part: 'loss', name: 'labelSmoothing' }],
  'sparse-categorical-cross-entropy': [{ part: 'loss', name: 'labelSmoothing' }],
  'binary-cross-entropy': [{ part: 'loss', name: 'labelSmoothing' }],
  'mean-squared-error': [],
  'mean-absolute-error': [],
  huber: [{ part: 'loss', name: 'huberDelta' }],
  hinge: [],
};

/** What is minimized: of one output, or of each of several. */
export function LossSection() {
  const t = useMessages(trainingMessages).settings;
  const words = useMessages(trainingSettingsMessages);
  const locale = useLocale();
  const [settings, change] = useSettings();
  const outputs = useWorkspace(({ analysis }) => analysis.outputs);
  const { loss, heads } = settings;
  const explore = useAction('explore-losses');
  const reset = useReset(['loss', 'lossOptions', 'heads'], 'loss');
  const isSeveral = outputs.length > 1;
  const used = isSeveral ? outputs.map((output) => heads[output]?.loss ?? DEFAULT_TRAINING.loss) : [loss];
  const options = LOSSES.filter((name) => used.includes(name)).flatMap((name) => OPTIONS[name]);
  const distinct = options.filter(({ name }, at) => options.findIndex((other) => other.name === name) === at);
  return (
    <SettingsGroup
      name="loss"
      summary={isSeveral ? words.short.heads(formatCount(locale, outputs.length)) : t.losses[loss]}
      onReset={differsFromDefault(settings, ['loss', 'lossOptions', 'heads']) ? reset : null}
    >
      {isSeveral ? (
        <HeadSettings outputs={outputs} />
      ) : (
        <ChoiceRow
          label={t.loss}
          value={loss}
          options={LOSSES}
          names={t.losses}
          hint={t.lossHints[loss]}
          standard={DEFAULT_TRAINING.loss}
          onChange={(name) => change({ loss: name }, 'loss')}
        />
      )}
      <NumberRows specs={distinct} />
      <ClassWeights />
      <div className={styles.buttons}>
        <Button icon="training" onClick={explore.action.run}>
          {words.exploreLosses}
        </Button>
      </div>
    </SettingsGroup>
  );
}
