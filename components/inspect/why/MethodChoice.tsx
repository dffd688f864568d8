'use client';

import { useId } from 'react';
import { CellChoice } from '@/components/inspect/why/CellChoice';
import type { AskedUnit } from '@/components/inspect/why/use-origin';
import { WhyNumber } from '@/components/inspect/why/WhyNumber';
import { setWhy, useWhy } from '@/components/inspect/why/why-state';
import { useMessages } from '@/components/ui/use-messages';
import { formatShape, type Shape } from '@/lib/core/tensor-type';
import { mapSize } from '@/lib/inspect/channel-map';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import { ATTRIBUTIONS, type Attribution } from '@/lib/training/inspect/protocol';
import styles from '@/components/inspect/why/why.module.css';

interface MethodChoiceProps {
  readonly asked: AskedUnit | null;
}

/** How it is explained: the method, and what it needs to be told. */
export function MethodChoice({ asked }: MethodChoiceProps) {
  const t = useMessages(inspectWhyMessages);
  const id = useId();
  const method = useWhy((state) => state.method);
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
          <option key={name} value={name}>
            {t.methods[name].name}
          </option>
        ))}
      </select>
      {method === 'grad-cam' && asked !== null && <ThroughChoice asked={asked} />}
      {method === 'occlusion' && <PatchChoice />}
      {asked !== null && asked.extent !== null && <CellChoice asked={asked} />}
    </div>
  );
}

/** What the method does, in one sentence, and where it is from. */
export function MethodText() {
  const t = useMessages(inspectWhyMessages);
  const { says, source } = t.methods[useWhy((state) => state.method)];
  return (
    <p id={TEXT_ID} className={styles.note}>
      {says} <cite>{`${t.source} ${source}`}</cite>
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
  const through = useWhy((state) => state.through);
  const end = subject.layers.findIndex(({ node }) => node === unit.layer);
  const before = subject.layers.filter(({ shape }, at) => at < end && hasPlaces(shape));
  const last = before.at(-1);
  return (
    <>
      <label htmlFor={id}>{t.through}</label>
      <select
        id={id}
        className={styles.select}
        value={through ?? ''}
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

function hasPlaces(shape: Shape): boolean {
  const [rows, columns] = mapSize(shape);
  return rows * columns > 1;
}

/** Layers are often called alike. */
function titled(title: string, shape: Shape): string {
  return `${title} (${formatShape(shape)})`;
}
