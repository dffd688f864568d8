'use client';

import { useMemo, useState } from 'react';
import { feedCell } from '@/components/inspect/unit/feed-cell';
import { useFocusedCell } from '@/components/inspect/unit/unit-focus';
import type { ChosenUnit } from '@/components/inspect/unit/use-chosen-unit';
import { isSource } from '@/components/inspect/unit/is-source';
import { useLayerNames } from '@/components/inspect/unit/use-layer-names';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useInspectActions, useInspectStore } from '@/components/inspect/use-inspect';
import { useSlowTurn } from '@/components/inspect/use-slow-turn';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { feedsAt, feedStrengths, type Feeds } from '@/lib/analysis/filters/feeds';
import type { UnitAt } from '@/lib/analysis/filters/behind';
import type { UnitFilter } from '@/lib/analysis/filters/unit-filter';
import { notesOfLayer } from '@/lib/document/noted-units';
import type { Pair } from '@/lib/layers/fields';
import { inspectUnitMessages } from '@/lib/messages/inspect-unit';
import styles from '@/components/inspect/unit/unit.module.css';

interface FeedTableProps {
  readonly chosen: ChosenUnit;
  readonly filter: UnitFilter;
  /** The cell of a map that the chosen number is. */
  readonly from: UnitAt | null;
}

const FEW = 8;
type Order = 'now' | 'general';

/** Which units of the layer before a unit hears: at this input, and in general. */
export function FeedTable({ chosen, filter, from }: FeedTableProps) {
  const t = useMessages(inspectUnitMessages).feeds;
  const nameOf = useLayerNames();
  const format = useShortNumber();
  const names = useFeedNames(chosen, filter);
  const [order, setOrder] = useState<Order>('now');
  const [isLong, setLong] = useState(false);
  const { feeds, at } = useFeeds({ chosen, filter, from });
  const strengths = useMemo(() => feedStrengths(filter), [filter]);
  const amounts = order === 'now' && feeds !== null ? feeds.contributions.map(Math.abs) : strengths;
  const ranked = filter.channels
    .map((_, index) => index)
    .sort((a, b) => (amounts[b] ?? 0) - (amounts[a] ?? 0) || a - b);
  const most = {
    contribution: Math.max(0, ...(feeds?.contributions ?? []).map(Math.abs)),
    strength: strengths.reduce((larger, strength) => Math.max(larger, strength), 0),
  };
  return (
    <section className={styles.part} aria-label={t.title}>
      <h4>{t.title}</h4>
      <p className={styles.hint}>{t.of(nameOf(filter.input))}</p>
      <div className={styles.order} role="radiogroup" aria-label={t.order}>
        {(['now', 'general'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="feed-order" checked={order === one} onChange={() => setOrder(one)} />
            {t[one]}
          </label>
        ))}
      </div>
      <div className={styles.feedHead} aria-hidden="true">
        <span>{t.contribution}</span>
        <span>{t.strength}</span>
      </div>
      <ol className={styles.feeds}>
        {(isLong ? ranked : ranked.slice(0, FEW)).map((index) => (
          <FeedRow
            key={index}
            filter={filter}
            index={index}
            name={names(filter.channels[index] ?? index)}
            contribution={feeds?.contributions[index] ?? null}
            strength={strengths[index] ?? 0}
            most={most}
          />
        ))}
      </ol>
      {ranked.length > FEW && (
        <Button look="quiet" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {isLong ? t.fewer : t.all(ranked.length)}
        </Button>
      )}
      {feeds !== null && (
        <p className={styles.text}>
          {t.sum(
            format(feeds.value - (filter.bias ?? 0)),
            filter.bias === null ? null : format(filter.bias),
            format(feeds.value),
          )}
          {at !== null && `, ${t.at(at[0], at[1])}`}
        </p>
      )}
    </section>
  );
}

interface FeedRowProps {
  readonly filter: UnitFilter;
  /** Among the channels it reads. */
  readonly index: number;
  readonly name: string;
  readonly contribution: number | null;
  readonly strength: number;
  readonly most: { readonly contribution: number; readonly strength: number };
}

function FeedRow({ filter, index, name, contribution, strength, most }: FeedRowProps) {
  const t = useMessages(inspectUnitMessages).feeds;
  const format = useShortNumber();
  const { chooseLayer, pickUnit } = useInspectActions();
  const unit = filter.channels[index] ?? index;
  const share = (value: number, of: number) => `${of === 0 ? 0 : Math.round((100 * value) / of)}%`;
  const adds = contribution === null ? '…' : `${contribution > 0 ? '+' : ''}${format(contribution)}`;
  return (
    <li>
      <button
        type="button"
        className={styles.feed}
        aria-label={t.row(name, adds, format(strength))}
        onClick={() => {
          chooseLayer(filter.input);
          pickUnit(unit);
        }}
      >
        <span className={styles.feedName}>{name}</span>
        <span className={styles.bar} data-sign={(contribution ?? 0) < 0 ? 'minus' : 'plus'}>
          <i style={{ width: share(Math.abs(contribution ?? 0), most.contribution) }} />
          <b>{adds}</b>
        </span>
        <span className={styles.bar}>
          <i style={{ width: share(strength, most.strength) }} />
          <b>{format(strength)}</b>
        </span>
      </button>
    </li>
  );
}

/** What the units before are called: by number and note, the colours of a picture by theirs. */
function useFeedNames({ subject }: ChosenUnit, { input, inputShape }: UnitFilter): (unit: number) => string {
  const t = useMessages(inspectUnitMessages);
  const notes = notesOfLayer(subject.document, input);
  const isColour = isSource(subject, input) && inputShape.length === 3 && inputShape[2] === 3;
  return (unit) => {
    const name = (isColour ? t.filter.colours[unit] : undefined) ?? t.feeds.unit(unit);
    const note = notes.get(unit);
    return note === undefined ? name : `${name}: ${note}`;
  };
}

/** Null until both layers have been looked at. */
function useFeeds({ chosen, filter, from }: FeedTableProps): {
  readonly feeds: Feeds | null;
  readonly at: Pair | null;
} {
  const store = useInspectStore();
  useSlowTurn();
  const { subject, layer } = chosen;
  const focused = useFocusedCell(layer);
  const { looks } = store.getState();
  const [own, read] = [looks.get(filter.layer), looks.get(filter.input)];
  if (own === undefined || read === undefined) return { feeds: null, at: null };
  const hasPlaces = own.shape.length > 1;
  if (!hasPlaces) return { feeds: feedsAt(filter, read, [0, 0]), at: null };
  const place = from ?? { layer: layer.node, cell: focused };
  const at = feedCell({ analysis: subject.analysis, filter, look: own, layer: place.layer, cell: place.cell });
  return { feeds: feedsAt(filter, read, at), at };
}
