'use client';

import { useId } from 'react';
import { CellChoice } from '@/components/inspect/why/CellChoice';
import { needsPlaces, weighable } from '@/components/inspect/why/methods-here';
import type { AskedUnit } from '@/components/inspect/why/use-origin';
import { WhyNumber } from '@/components/inspect/why/WhyNumber';
import { setWhy, useWhy } from '@/components/inspect/why/why-state';
import { useMessages } from '@/components/ui/use-messages';
import { formatShape, type Shape } from '@/lib/core/tensor-type';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import { ATTRIBUTIONS, PATCH_FILLS, type Attribution, type PatchFill } from '@/lib/training/inspect/protocol';
import styles from '@/components/inspect/why/why.module.css';

interface MethodChoiceProps {
  readonly asked: AskedUnit | null;
}

/** How it is explained: the method, and what it needs to be told. */
export function MethodChoice({ asked }: MethodChoiceProps) {
  const t = useMessages(inspectWhyMessages);
  const id = useId();
  const method = useWhy((state) => state.method);
  const isPossible = asked !== null && !needsPlaces(method, asked.subject);
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{t.method}</label>
      <select
        id={id}
        className={styles.select}
        value={method}
        aria-describedby={TEXT_ID}
        onChange={({ target }) => setWhy({ method: methodNamed(target.value) })}
      >
        {ATTRIBUTIONS.map((name) => (
          <option key={name} value={name} disabled={asked !== null && needsPlaces(name, asked.subject)}>
            {asked !== null && needsPlaces(name, asked.subject)
              ? t.notHere(t.methods[name].name, asked.words !== null)
              : t.methods[name].name}
          </option>
        ))}
      </select>
      {isPossible && method === 'grad-cam' && <ThroughChoice asked={asked} />}
      {isPossible && method === 'occlusion' && <PatchChoice />}
      {asked !== null && asked.extent !== null && <CellChoice asked={asked} />}
    </div>
  );
}

/** What the method does, in one sentence, and where it is from. */
export function MethodText() {
  const t = useMessages(inspectWhyMessages);
  const method = useWhy((state) => state.method);
  const fill = useWhy((state) => state.fill);
  const { says, source } = t.methods[method];
  return (
    <p id={TEXT_ID} className={styles.note}>
      {says} {method === 'occlusion' && t.fills[fill].says} <cite>{`${t.source} ${source}`}</cite>
    </p>
  );
}

const TEXT_ID = 'why-method-text';

function methodNamed(name: string): Attribution {
  return ATTRIBUTIONS.find((each) => each === name) ?? 'gradient';
}

function PatchChoice() {
  const t = useMessages(inspectWhyMessages);
  const patch = useWhy((state) => state.patch);
  const stride = useWhy((state) => state.stride);
  const fill = useWhy((state) => state.fill);
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{t.fill}</label>
      <select
        id={id}
        className={styles.select}
        value={fill}
        onChange={({ target }) => setWhy({ fill: fillNamed(target.value) })}
      >
        {PATCH_FILLS.map((name) => (
          <option key={name} value={name}>
            {t.fills[name].name}
          </option>
        ))}
      </select>
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

function fillNamed(name: string): PatchFill {
  return PATCH_FILLS.find((each) => each === name) ?? 'fitting';
}

const PIXELS = { min: 1, max: 128, step: 1 };

function ThroughChoice({ asked }: { readonly asked: AskedUnit }) {
  const t = useMessages(inspectWhyMessages);
  const id = useId();
  const through = useWhy((state) => state.through);
  const before = weighable(asked);
  const last = before.at(-1);
  return (
    <>
      <label htmlFor={id}>{t.through}</label>
      <select
        id={id}
        className={styles.select}
        value={before.some(({ node }) => node === through) ? (through ?? '') : ''}
        onChange={({ target }) => setWhy({ through: target.value === '' ? null : target.value })}
      >
        <option value="">{t.throughLast(last === undefined ? null : titled(last.title, last.shape))}</option>
        {before.map(({ node, title, shape }) => (
          <option key={node} value={node}>
            {titled(title, shape)}
          </option>
        ))}
      </select>
    </>
  );
}

/** Layers are often called alike. */
function titled(title: string, shape: Shape): string {
  return `${title} (${formatShape(shape)})`;
}
