'use client';

import { splitCount } from '@/components/inspect/input/samples';
import { wordOf } from '@/components/inspect/NoSubject';
import { chooseTops, useTops, useTopsChoice, useTopsStore } from '@/components/inspect/top/top-session';
import { useLayerNames } from '@/components/inspect/unit/use-layer-names';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount } from '@/lib/messages/figures';
import { inspectTopMessages } from '@/lib/messages/inspect-top';
import type { InspectSubject } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/top/top.module.css';

const SPLITS = ['training', 'validation', 'test'] as const;
const COUNTS = [1000, 10_000] as const;

/** Among which samples, how many of them, and the pass itself. */
export function TopTools({ subject }: { readonly subject: InspectSubject }) {
  const t = useMessages(inspectTopMessages);
  const locale = useLocale();
  const { split, mostSamples } = useTopsChoice();
  const all = splitCount(subject, split);
  const counts = COUNTS.filter((count) => count < all);
  const isAll = mostSamples >= all;
  return (
    <div className={styles.tools}>
      <select
        aria-label={t.split}
        value={split}
        onChange={({ target }) => chooseTops({ split: SPLITS.find((one) => one === target.value) ?? split })}
      >
        {SPLITS.filter((one) => splitCount(subject, one) > 0).map((one) => (
          <option key={one} value={one}>
            {t.samplesFor[one]}
          </option>
        ))}
      </select>
      <select
        aria-label={t.most}
        value={isAll ? 'all' : mostSamples}
        onChange={({ target }) =>
          chooseTops({ mostSamples: target.value === 'all' ? Number.MAX_SAFE_INTEGER : Number(target.value) })
        }
      >
        {counts.map((count) => (
          <option key={count} value={count}>
            {t.first(formatCount(locale, count))}
          </option>
        ))}
        <option value="all">{t.all(formatCount(locale, all))}</option>
      </select>
      <PassTools />
    </div>
  );
}

function PassTools() {
  const t = useMessages(inspectTopMessages);
  const locale = useLocale();
  const store = useTopsStore();
  const nameOf = useLayerNames();
  const pass = useTops((state) => state.pass);
  const isFound = useTops((state) => state.found !== null);
  const failure = useTops((state) => state.failure);
  if (pass === null) {
    return (
      <>
        <Button look={isFound ? 'plain' : 'primary'} icon="search" onClick={() => void store.find()}>
          {isFound ? t.again : t.find}
        </Button>
        {failure !== null && (
          <p className={styles.fault} role="alert">
            {t.failed[wordOf(failure)]}
          </p>
        )}
      </>
    );
  }
  const [gone, total] = [formatCount(locale, pass.gone), formatCount(locale, pass.total)];
  return (
    <>
      <Button icon="stop" onClick={store.stop}>
        {t.stop}
      </Button>
      <span className={styles.progress}>
        <progress
          aria-label={t.passOf(nameOf(pass.layer), t.splits[pass.split], gone, total)}
          max={Math.max(1, pass.total)}
          value={pass.total === 0 ? undefined : pass.gone}
        />
        <span>{pass.total === 0 ? t.starting : t.passOf(nameOf(pass.layer), t.splits[pass.split], gone, total)}</span>
      </span>
    </>
  );
}
