'use client';

import { WordsNotice } from '@/components/inspect/why/AnswerText';
import { ExciteSettingsForm, PresetChoice, PresetText } from '@/components/inspect/why/excite/ExciteSettingsForm';
import {
  mixtureOf,
  setExcite,
  startExciting,
  stopExciting,
  useExcite,
} from '@/components/inspect/why/excite/excite-state';
import { MadePictures } from '@/components/inspect/why/excite/MadePictures';
import { settingsFor, useExciteSettings } from '@/components/inspect/why/excite/use-excite-settings';
import { OriginChoice } from '@/components/inspect/why/OriginChoice';
import { useAskedCell } from '@/components/inspect/why/use-asked-cell';
import { useOrigin, type AskedUnit } from '@/components/inspect/why/use-origin';
import { useInspectActions } from '@/components/inspect/use-inspect';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { EXCITE_PRESETS } from '@/lib/training/inspect/excite-presets';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import styles from '@/components/inspect/why/why.module.css';

/** Pictures made for a unit: what it answers to. */
export function ExciteView() {
  const messages = useMessages(inspectWhyMessages);
  const asked = useOrigin();
  const settings = useExciteSettings(asked);
  const hasWords = asked !== null && asked.words !== null;
  return (
    <div className={styles.view}>
      <OriginChoice asked={asked} />
      {hasWords ? (
        <WordsNotice asked={asked} />
      ) : (
        <>
          <div className={styles.row}>
            <PresetChoice />
            <StartButtons asked={asked} />
          </div>
          <PresetText />
          {asked === null && <p className={styles.note}>{messages.origin.noneText}</p>}
          <MadePictures asked={asked} />
          {settings !== null && <ExciteSettingsForm settings={settings} />}
        </>
      )}
    </div>
  );
}

/** The four rows of the table. */
const TABLE = EXCITE_PRESETS.filter((preset) => preset !== 'none');

function StartButtons({ asked }: { readonly asked: AskedUnit | null }) {
  const t = useMessages(inspectWhyMessages).excite;
  const actions = useInspectActions();
  const settings = useExciteSettings(asked);
  const cell = useAskedCell(asked);
  const preset = useExcite(mixtureOf);
  const steps = useExcite(({ changes }) => changes.steps);
  const seed = useExcite((state) => state.seed);
  const isRunning = useExcite(({ made }) => made.some(({ phase }) => phase === 'running'));
  const start = (from: number) => {
    if (asked === null || settings === null) return;
    setExcite({ seed: from });
    const request = { ...settings, unit: asked.unit, cell, seed: from };
    void startExciting(actions, [{ preset, request }], asked);
  };
  const startAll = () => {
    if (asked === null) return;
    const wishes = TABLE.map((name) => {
      const own = { ...settingsFor(asked, name), ...(steps === undefined ? {} : { steps }) };
      return { preset: name, request: { ...own, unit: asked.unit, cell, seed } };
    });
    void startExciting(actions, wishes, asked);
  };
  return (
    <>
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
      <Button disabled={asked === null} title={t.allHint} onClick={startAll}>
        {t.all}
      </Button>
    </>
  );
}
