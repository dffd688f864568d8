'use client';

import { SamplePicture } from '@/components/data/SamplePicture';
import { useCompare, useCompareSession } from '@/components/inspect/compare/compare-session';
import { splitCount } from '@/components/inspect/input/samples';
import { useInspect } from '@/components/inspect/use-inspect';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import { inspectMessages } from '@/lib/messages/inspect';
import { inspectCompareMessages } from '@/lib/messages/inspect-compare';
import type { InspectSubject } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/compare/compare.module.css';

const SIDE = 26;
const SPLITS = ['training', 'validation', 'test'] as const;

/** What B is given where both have the same weights: a sample, or what A was given a while ago. */
export function OwnInput() {
  const t = useMessages(inspectCompareMessages).own;
  const { holdInput } = useCompareSession();
  const subject = useInspect((state) => state.subject);
  const own = useCompare((state) => state.own);
  if (subject === null) return null;
  return (
    <span className={styles.own}>
      {own !== null && own.values.length > 0 && (
        <SamplePicture values={own.values} shape={subject.plan.inputShape} size={SIDE} />
      )}
      {subject.takesSamples && <SampleOfB subject={subject} />}
      <IconButton icon="lock" label={t.hold} onClick={holdInput} />
    </span>
  );
}

function SampleOfB({ subject }: { readonly subject: InspectSubject }) {
  const t = useMessages(inspectCompareMessages).own;
  const splits = useMessages(inspectMessages).input.splits;
  const { showSample } = useCompareSession();
  const source = useCompare(({ own }) => (own?.source.kind === 'sample' ? own.source : null));
  const [split, index] = [source?.split ?? 'test', source?.index ?? 0];
  const count = splitCount(subject, split);
  const show = (at: number) => void showSample(split, (at + count) % count);
  return (
    <>
      <select
        aria-label={t.split}
        title={t.split}
        value={split}
        onChange={({ target }) => {
          const chosen = SPLITS.find((one) => one === target.value);
          if (chosen !== undefined) void showSample(chosen, 0);
        }}
      >
        {SPLITS.filter((one) => splitCount(subject, one) > 0).map((one) => (
          <option key={one} value={one}>
            {splits[one]}
          </option>
        ))}
      </select>
      <IconButton icon="chevron-left" label={t.previous} onClick={() => show(index - 1)} />
      <input
        type="number"
        aria-label={t.number}
        min={0}
        max={count - 1}
        value={index}
        onChange={({ target: { valueAsNumber: at } }) => {
          if (Number.isInteger(at) && at >= 0 && at < count) show(at);
        }}
      />
      <IconButton icon="chevron-right" label={t.next} onClick={() => show(index + 1)} />
    </>
  );
}
