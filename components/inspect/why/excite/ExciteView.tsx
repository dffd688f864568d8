'use client';

import { ExciteSettingsForm, PresetChoice } from '@/components/inspect/why/excite/ExciteSettingsForm';
import { setExcite, startExciting, stopExciting, useExcite } from '@/components/inspect/why/excite/excite-state';
import { MadePictureView } from '@/components/inspect/why/excite/MadePictureView';
import { useExciteSettings } from '@/components/inspect/why/excite/use-excite-settings';
import { OriginChoice } from '@/components/inspect/why/OriginChoice';
import { useAskedCell } from '@/components/inspect/why/use-asked-cell';
import { useOrigin } from '@/components/inspect/why/use-origin';
import { useInspectActions } from '@/components/inspect/use-inspect';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import styles from '@/components/inspect/why/why.module.css';

/** A picture made for a unit: what it answers to most. */
export function ExciteView() {
  const messages = useMessages(inspectWhyMessages);
  const t = messages.excite;
  const asked = useOrigin();
  const actions = useInspectActions();
  const settings = useExciteSettings(asked?.subject ?? null);
  const cell = useAskedCell(asked);
  const seed = useExcite((state) => state.seed);
  const isRunning = useExcite(({ phase }) => phase === 'running');
  const start = (from: number) => {
    if (asked === null || settings === null) return;
    setExcite({ seed: from });
    const request = { ...settings, unit: asked.unit, cell, seed: from };
    void startExciting(actions, request, asked);
  };
  return (
    <div className={styles.view}>
      <div className={styles.row}>
        <OriginChoice asked={asked} />
        <PresetChoice />
        {isRunning ? (
          <Button icon="stop" onClick={() => stopExciting(actions)}>
            {t.stop}
          </Button>
        ) : (
          <Button look="primary" icon="play" disabled={asked === null} onClick={() => start(seed)}>
            {t.start}
          </Button>
        )}
        <Button disabled={asked === null} onClick={() => start(seed + 1)}>
          {t.again}
        </Button>
        {asked === null && <span className={styles.note}>{messages.origin.noneText}</span>}
      </div>
      <MadePictureView canStart={asked !== null} />
      {settings !== null && <ExciteSettingsForm settings={settings} />}
    </div>
  );
}
