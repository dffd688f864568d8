'use client';

import { ChoiceSetting } from '@/components/training/ChoiceSetting';
import { NumberSetting } from '@/components/training/NumberSetting';
import { useSettings } from '@/components/training/use-settings';
import { useMessages } from '@/components/ui/use-messages';
import { LOSSES, OPTIMIZERS, TRAINING_BOUNDS, type OptimizerName } from '@/lib/document/training-settings';
import { trainingMessages } from '@/lib/messages/training';
import styles from '@/components/training/settings.module.css';

/** Which constants each optimizer reads, besides the learning rate. */
const CONSTANTS = {
  sgd: [],
  momentum: ['momentum'],
  rmsprop: ['decay', 'epsilon'],
  adam: ['beta1', 'beta2', 'epsilon'],
} as const satisfies Record<OptimizerName, readonly (keyof typeof TRAINING_BOUNDS.optimizer)[]>;

/** What is minimized, by which rule. */
export function OptimizerSection() {
  const t = useMessages(trainingMessages).settings;
  const [settings, change] = useSettings();
  const { optimizer, loss, seed } = settings;
  const fields = ['learningRate', ...CONSTANTS[optimizer.name]] as const;
  return (
    <>
      <ChoiceSetting
        label={t.optimizer}
        value={optimizer.name}
        options={OPTIMIZERS.map((name) => ({ value: name, label: t.optimizers[name] }))}
        onChange={(name) => change({ optimizer: { ...optimizer, name } }, 'optimizer')}
      />
      <div className={styles.grid}>
        {fields.map((field) => (
          <NumberSetting
            key={field}
            field={field}
            value={optimizer[field]}
            bounds={TRAINING_BOUNDS.optimizer[field]}
            onChange={(value) => change({ optimizer: { ...optimizer, [field]: value } }, field)}
          />
        ))}
      </div>
      <ChoiceSetting
        label={t.loss}
        value={loss}
        options={LOSSES.map((name) => ({ value: name, label: t.losses[name] }))}
        hint={t.lossHints[loss]}
        onChange={(name) => change({ loss: name }, 'loss')}
      />
      <div className={styles.grid}>
        <NumberSetting
          field="seed"
          value={seed}
          bounds={TRAINING_BOUNDS.training.seed}
          onChange={(value) => change({ seed: value }, 'seed')}
        />
      </div>
    </>
  );
}
