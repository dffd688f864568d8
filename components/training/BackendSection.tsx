'use client';

import { usePreferenceActions, usePreferences } from '@/components/state/use-preferences';
import { useWorkspace } from '@/components/state/use-workspace';
import { BackendTable } from '@/components/training/BackendTable';
import { ChoiceSetting } from '@/components/training/ChoiceSetting';
import { deviceGib } from '@/components/training/run-session';
import { useRun, useRunActions } from '@/components/training/use-run';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatBytes } from '@/lib/messages/figures';
import { trainingMessages } from '@/lib/messages/training';
import { isActive } from '@/lib/state/run-state';
import { usableBackends, whatCannotHold } from '@/lib/state/run-memory';
import { isTrainable } from '@/lib/analysis/analysis';
import { BACKENDS, type BackendName } from '@/lib/training/protocol';
import styles from '@/components/training/settings.module.css';

type Choice = BackendName | 'automatic';

/** What computes: measured on the person's own network, or chosen by hand; and whether it will fit. */
export function BackendSection() {
  const t = useMessages(trainingMessages);
  const actions = useRunActions();
  const preferences = usePreferenceActions();
  const preferred = usePreferences(({ backend }) => backend);
  const backends = useRun((run) => run.backends);
  const chosen = useRun((run) => run.calibration?.chosen ?? null);
  const isBusy = useRun(({ phase }) => isActive(phase));
  const canTrain = useWorkspace(({ analysis }) => isTrainable(analysis));
  const missing = new Set(backends.filter(({ available }) => !available).map(({ name }) => name));
  const automatic = chosen === null ? t.backend.automatic : t.backend.automaticChose(t.backend.names[chosen]);
  const options: readonly { readonly value: Choice; readonly label: string; readonly disabled?: boolean }[] = [
    { value: 'automatic', label: automatic },
    ...BACKENDS.map((name) => ({ value: name, label: t.backend.names[name], disabled: missing.has(name) })),
  ];
  return (
    <div className={styles.backend}>
      <ChoiceSetting<Choice>
        label={t.backend.title}
        value={preferred ?? 'automatic'}
        options={options}
        onChange={(name) => preferences.set({ backend: name === 'automatic' ? null : name })}
      />
      <BackendTable />
      <div className={styles.row}>
        <Button disabled={isBusy || !canTrain} title={t.backend.measureHint} onClick={() => void actions.calibrate()}>
          {t.backend.measure}
        </Button>
        <MemoryFacts preferred={preferred} />
      </div>
    </div>
  );
}

function MemoryFacts({ preferred }: { readonly preferred: BackendName | null }) {
  const t = useMessages(trainingMessages);
  const locale = useLocale();
  const { complete, memory } = useWorkspace(({ analysis }) => analysis.totals);
  const bytes = memory.training;
  const backends = useRun((run) => run.backends);
  const obstacle = whatCannotHold(bytes, preferred === null ? usableBackends(backends) : [preferred], deviceGib());
  if (!complete) return null;
  return (
    <p className={styles.hint} title={t.run.memoryHint}>
      {t.run.memory(formatBytes(locale, bytes))}
      {obstacle !== null && <strong className={styles.problem}> {t.backend.tooLarge}</strong>}
    </p>
  );
}
