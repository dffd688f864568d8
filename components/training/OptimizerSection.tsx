'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ChoiceRow } from '@/components/training/settings/ChoiceRow';
import { NumberRows } from '@/components/training/settings/NumberRows';
import { optimizerSpecs } from '@/components/training/settings/number-specs';
import { SettingsGroup } from '@/components/training/settings/SettingsGroup';
import { differsFromDefault, useReset } from '@/components/training/settings/use-reset';
import { useSettings } from '@/components/training/use-settings';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { DEFAULT_TRAINING, OPTIMIZERS, type OptimizerName } from '@/lib/document/training-settings';
import { formatConstant } from '@/lib/messages/measures';
import { trainingMessages } from '@/lib/messages/training';
import { trainingSettingsMessages } from '@/lib/messages/training-settings';
import styles from '@/components/training/settings/groups.module.css';

const RateRangeDialog = dynamic(
  () => import('@/components/training/rate-range/RateRangeDialog').then((m) => m.RateRangeDialog),
  { ssr: false },
);

/** Those whose weight decay is apart from the gradient. */
const DECOUPLED: readonly OptimizerName[] = ['adamw', 'lion'];

/** By which rule steps are taken, with every constant of it. */
export function OptimizerSection() {
  const t = useMessages(trainingMessages).settings;
  const words = useMessages(trainingSettingsMessages);
  const [settings, change] = useSettings();
  const { optimizer } = settings;
  const reset = useReset(['optimizer'], 'optimizer');
  const [isTesting, setTesting] = useState(false);
  const hints: Readonly<Record<string, string>> = DECOUPLED.includes(optimizer.name)
    ? { weightDecay: words.decoupledDecay }
    : {};
  return (
    <SettingsGroup
      name="optimizer"
      summary={`${t.optimizers[optimizer.name]}, ${formatConstant(optimizer.learningRate)}`}
      onReset={differsFromDefault(settings, ['optimizer']) ? reset : null}
    >
      <ChoiceRow
        label={t.optimizer}
        value={optimizer.name}
        options={OPTIMIZERS}
        names={t.optimizers}
        hint={words.optimizerHints[optimizer.name]}
        standard={DEFAULT_TRAINING.optimizer.name}
        onChange={(name) => change({ optimizer: { ...optimizer, name } }, 'optimizer')}
      />
      <NumberRows specs={optimizerSpecs(optimizer.name)} hints={hints} />
      <div className={styles.buttons}>
        <Button icon="search" onClick={() => setTesting(true)}>
          {words.findRate}
        </Button>
      </div>
      {isTesting && <RateRangeDialog onClose={() => setTesting(false)} />}
    </SettingsGroup>
  );
}
