'use client';

import { useId } from 'react';
import { useLayerNames } from '@/components/inspect/unit/use-layer-names';
import { CellChoice } from '@/components/inspect/why/CellChoice';
import type { AskedUnit } from '@/components/inspect/why/use-origin';
import { WhyNumber } from '@/components/inspect/why/WhyNumber';
import { setWhy, useWhy } from '@/components/inspect/why/why-state';
import { useMessages } from '@/components/ui/use-messages';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import { ATTRIBUTIONS, type Attribution } from '@/lib/training/inspect/protocol';
import styles from '@/components/inspect/why/why.module.css';

interface MethodChoiceProps {
  readonly asked: AskedUnit | null;
}

/** How it is explained: the method, what it does in one sentence and where it is from, and what it needs to be told. */
export function MethodChoice({ asked }: MethodChoiceProps) {
  const t = useMessages(inspectWhyMessages);
  const id = useId();
  const method = useWhy((state) => state.method);
  const { says, source } = t.methods[method];
  return (
    <>
      <div className={styles.row}>
        <label htmlFor={id}>{t.method}</label>
        <select
          id={id}
          className={styles.select}
          value={method}
          aria-describedby={`${id}-says`}
          onChange={({ target }) => setWhy({ method: methodNamed(target.value) })}
        >
          {ATTRIBUTIONS.map((name) => (
            <option key={name} value={name}>
              {t.methods[name].name}
            </option>
          ))}
        </select>
        {method === 'grad-cam' && asked !== null && <ThroughChoice asked={asked} />}
        {method === 'occlusion' && <PatchChoice />}
        {asked?.extent != null && <CellChoice extent={asked.extent} />}
      </div>
      <p id={`${id}-says`} className={styles.note}>
        {says} <cite>{`${t.source} ${source}`}</cite>
      </p>
    </>
  );
}

function methodNamed(name: string): Attribution {
  return ATTRIBUTIONS.find((each) => each === name) ?? 'gradient';
}

function PatchChoice() {
  const t = useMessages(inspectWhyMessages);
  const patch = useWhy((state) => state.patch);
  const stride = useWhy((state) => state.stride);
  return (
    <>
      <WhyNumber
        label={t.patch}
        hint={t.patchHint}
        value={patch}
        bounds={PIXELS}
        onChange={(value) => setWhy({ patch: value })}
      />
      <WhyNumber
        label={t.stride}
        hint={t.strideHint}
        value={stride}
        bounds={PIXELS}
        onChange={(value) => setWhy({ stride: value })}
      />
    </>
  );
}

const PIXELS = { min: 1, max: 128, step: 1 };

function ThroughChoice({ asked: { subject, unit } }: { readonly asked: AskedUnit }) {
  const t = useMessages(inspectWhyMessages);
  const id = useId();
  const nameOf = useLayerNames();
  const through = useWhy((state) => state.through);
  const end = subject.layers.findIndex(({ node }) => node === unit.layer);
  const before = subject.layers.filter(
    ({ shape }, at) => at < end && shape.length > 1 && (shape[0] ?? 1) * (shape.length === 3 ? (shape[1] ?? 1) : 1) > 1,
  );
  return (
    <>
      <label htmlFor={id}>{t.through}</label>
      <select
        id={id}
        className={styles.select}
        value={through ?? ''}
        onChange={({ target }) => setWhy({ through: target.value === '' ? null : target.value })}
      >
        <option value="">{t.throughLast(before.at(-1)?.title ?? null)}</option>
        {before.map(({ node }) => (
          <option key={node} value={node}>
            {nameOf(node)}
          </option>
        ))}
      </select>
    </>
  );
}
