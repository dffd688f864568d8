'use client';

import { useEffect, useId } from 'react';
import { unitNames } from '@/components/inspect/unit-names';
import { useInspect } from '@/components/inspect/use-inspect';
import {
  outputCount,
  outputNode,
  presentOrigin,
  useUnitName,
  type AskedUnit,
} from '@/components/inspect/why/use-origin';
import { setWhy, useWhy, type Origin } from '@/components/inspect/why/why-state';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import type { InspectSubject } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/why/why.module.css';

/** More outputs than a list can be chosen from are chosen in the maps. */
const MOST_OUTPUTS = 200;

interface OriginChoiceProps {
  readonly asked: AskedUnit | null;
}

/** Whose answer is explained, and whether it stays while other layers are gone to. */
export function OriginChoice({ asked }: OriginChoiceProps) {
  const t = useMessages(inspectWhyMessages).origin;
  const id = useId();
  const held = useWhy((state) => state.origin);
  const subject = useInspect((state) => state.subject);
  const origin = subject === null ? held : presentOrigin(held, subject);
  useEffect(() => {
    if (origin !== held) setWhy({ origin });
  }, [origin, held]);
  const isFrozen = origin.kind === 'frozen';
  if (subject === null) return null;
  const names = outputNames(subject, t.number);
  const toggle = () => {
    if (isFrozen) setWhy({ origin: { kind: 'chosen' } });
    else if (asked !== null) freezeOrigin(asked);
  };
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{t.label}</label>
      <select
        id={id}
        className={styles.select}
        value={keyOf(origin)}
        onChange={({ target }) => setWhy({ origin: originOf(target.value) })}
      >
        {isFrozen && <option value="frozen">{t.kept(asked?.name ?? '–')}</option>}
        <option value="chosen">{t.chosen}</option>
        {subject.plan.endsInSoftmax && <option value="predicted">{t.predicted}</option>}
        <optgroup label={t.outputs}>
          {names.map((name, channel) => (
            <option key={channel} value={`output:${channel}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
      <Button aria-pressed={isFrozen} title={t.freezeHint} onClick={toggle} disabled={asked === null && !isFrozen}>
        {isFrozen ? t.release : t.freeze}
      </Button>
      {asked !== null && <strong className={styles.origin}>{asked.name}</strong>}
      {asked !== null && <GridUnit asked={asked} />}
    </div>
  );
}

/** Keeps the unit that is asked about. */
export function freezeOrigin({ unit, subject }: AskedUnit): void {
  setWhy({ origin: { kind: 'frozen', unit, design: subject.document } });
}

/** Where the grid has another unit than the one that is asked about: asks about that one. */
function GridUnit({ asked: { subject, unit } }: { readonly asked: AskedUnit }) {
  const t = useMessages(inspectWhyMessages).origin;
  const nameOf = useUnitName();
  const layer = useInspect((state) => state.layer);
  const channel = useInspect((state) => state.unit);
  if (layer === null || channel === null || (layer === unit.layer && channel === unit.channel)) return null;
  return (
    <Button look="quiet" onClick={() => setWhy({ origin: { kind: 'chosen' }, cell: null })}>
      {t.askGrid(nameOf(subject, { layer, channel }))}
    </Button>
  );
}

function outputNames(subject: InspectSubject, number: (unit: number) => string): readonly string[] {
  const output = outputNode(subject);
  const count = Math.min(outputCount(subject), MOST_OUTPUTS);
  const names = output === null ? [] : unitNames(subject, output);
  return Array.from({ length: count }, (_, channel) => names[channel] ?? number(channel));
}

function keyOf(origin: Origin): string {
  return origin.kind === 'output' ? `output:${origin.channel}` : origin.kind;
}

function originOf(key: string): Origin {
  if (key === 'predicted') return { kind: 'predicted' };
  const [kind, channel] = key.split(':');
  return kind === 'output' ? { kind, channel: Number(channel) } : { kind: 'chosen' };
}
