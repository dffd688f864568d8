'use client';

import { useId } from 'react';
import { mixtureOf, setExcite, useExcite } from '@/components/inspect/why/excite/excite-state';
import { WhyNumber } from '@/components/inspect/why/WhyNumber';
import { useMessages } from '@/components/ui/use-messages';
import { EXCITE_PRESETS, type ExciteSettings } from '@/lib/training/inspect/excite-presets';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import styles from '@/components/inspect/why/why.module.css';

type NumberSetting = Exclude<keyof ExciteSettings, 'withinRange'>;

const BOUNDS: readonly (readonly [
  NumberSetting,
  { readonly min: number; readonly max: number; readonly step: number },
])[] = [
  ['steps', { min: 1, max: 2000, step: 1 }],
  ['learningRate', { min: 0.001, max: 2, step: 0.001 }],
  ['decay', { min: 0, max: 0.9, step: 0.0001 }],
  ['blurRadius', { min: 0, max: 5, step: 0.1 }],
  ['blurEvery', { min: 0, max: 50, step: 1 }],
  ['jitter', { min: 0, max: 16, step: 1 }],
  ['clipSmallNorm', { min: 0, max: 99, step: 1 }],
  ['clipSmallContribution', { min: 0, max: 99, step: 1 }],
];

/** What keeps the picture from being noise: four published mixtures, or none; and the seed. */
export function PresetChoice() {
  const t = useMessages(inspectWhyMessages).excite;
  const id = useId();
  const mixture = useExcite(mixtureOf);
  const seed = useExcite((state) => state.seed);
  return (
    <>
      <span className={styles.pair}>
        <label htmlFor={id}>{t.preset}</label>
        <select
          id={id}
          className={styles.select}
          value={mixture}
          aria-describedby={SAYS_ID}
          onChange={({ target }) => choosePreset(target.value)}
        >
          {EXCITE_PRESETS.map((name) => (
            <option key={name} value={name}>
              {t.presets[name]}
            </option>
          ))}
          {mixture === 'own' && <option value="own">{t.presets.own}</option>}
        </select>
      </span>
      <WhyNumber
        label={t.seed}
        hint={t.seedHint}
        value={seed}
        bounds={{ min: 0, max: 999999, step: 1 }}
        onChange={(value) => setExcite({ seed: value })}
      />
    </>
  );
}

const SAYS_ID = 'excite-preset-says';

/** What the preset does to the picture, and to the unit's answer. */
export function PresetText() {
  const t = useMessages(inspectWhyMessages).excite;
  const name = useExcite(mixtureOf);
  return (
    <p id={SAYS_ID} className={styles.note}>
      {t.presetSays[name]}
    </p>
  );
}

/** Each number of the mixture. */
export function ExciteSettingsForm({ settings }: { readonly settings: ExciteSettings }) {
  const t = useMessages(inspectWhyMessages).excite;
  const preset = useExcite((state) => state.preset);
  const changes = useExcite((state) => state.changes);
  const words = wordsOf(t);
  const change = (own: Partial<ExciteSettings>) => setExcite({ changes: { ...changes, ...own } });
  return (
    <details>
      <summary>{t.own}</summary>
      <div className={styles.settings}>
        {BOUNDS.map(([name, bounds]) => (
          <WhyNumber
            key={`${preset} ${name}`}
            label={words[name][0]}
            hint={words[name][1]}
            value={settings[name]}
            bounds={bounds}
            onChange={(value) => change({ [name]: value })}
          />
        ))}
        <label className={styles.row}>
          <input
            type="checkbox"
            checked={settings.withinRange}
            onChange={({ target }) => change({ withinRange: target.checked })}
          />
          {t.within}
        </label>
      </div>
    </details>
  );
}

function choosePreset(name: string): void {
  const preset = EXCITE_PRESETS.find((each) => each === name);
  if (preset !== undefined) setExcite({ preset, changes: {} });
}

type Words = (typeof inspectWhyMessages)['en']['excite'];

function wordsOf(t: Words): Readonly<Record<NumberSetting, readonly [label: string, hint: string]>> {
  return {
    steps: [t.steps, t.stepsHint],
    learningRate: [t.rate, t.rateHint],
    decay: [t.decay, t.decayHint],
    blurRadius: [t.blurRadius, t.blurRadiusHint],
    blurEvery: [t.blurEvery, t.blurEveryHint],
    jitter: [t.jitter, t.jitterHint],
    clipSmallNorm: [t.norm, t.normHint],
    clipSmallContribution: [t.contribution, t.contributionHint],
  };
}
