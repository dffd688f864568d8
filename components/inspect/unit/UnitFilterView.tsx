'use client';

import { FeedTable } from '@/components/inspect/unit/FeedTable';
import { FilterGrid } from '@/components/inspect/unit/FilterGrid';
import { Histogram } from '@/components/inspect/unit/Histogram';
import { isSource } from '@/components/inspect/unit/is-source';
import { NumberList } from '@/components/inspect/unit/NumberList';
import { SaveFilter } from '@/components/inspect/unit/SaveFilter';
import { useChosenUnit, useFilterBehind, type ChosenUnit } from '@/components/inspect/unit/use-chosen-unit';
import { useLayerNames } from '@/components/inspect/unit/use-layer-names';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useInspectActions } from '@/components/inspect/use-inspect';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import type { Behind, UnitAt } from '@/lib/analysis/filters/behind';
import type { UnitFilter } from '@/lib/analysis/filters/unit-filter';
import { formatShape } from '@/lib/core/tensor-type';
import { readKernel } from '@/lib/inspect/edge-reading';
import { summarize } from '@/lib/inspect/statistics';
import { inspectUnitMessages } from '@/lib/messages/inspect-unit';
import type { InspectSubject } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/unit/unit.module.css';

/** The weights behind a unit, and what it hears of the units before it. */
export function UnitFilterView() {
  const chosen = useChosenUnit();
  return chosen === null ? null : <Filter chosen={chosen} />;
}

function Filter({ chosen }: { readonly chosen: ChosenUnit }) {
  const { subject, layer } = chosen;
  const t = useMessages(inspectUnitMessages).filter;
  const { behind, filter, isWaiting } = useFilterBehind(chosen);
  return (
    <div className={styles.view}>
      {isWaiting && (
        <p role="status" className={styles.text}>
          {t.waiting}
        </p>
      )}
      {!isWaiting && behind !== null && (behind.at.layer !== layer.node || filter === null) && (
        <BehindText chosen={chosen} behind={behind} hasFilter={filter !== null} />
      )}
      {filter !== null && (
        <>
          <FilterPart subject={subject} filter={filter} />
          <FeedTable key={filter.layer} chosen={chosen} filter={filter} from={behind?.from ?? null} />
          <SaveFilter subject={subject} filter={filter} />
        </>
      )}
    </div>
  );
}

interface BehindTextProps {
  readonly chosen: ChosenUnit;
  readonly behind: Behind;
  readonly hasFilter: boolean;
}

function BehindText({ chosen: { layer }, behind, hasFilter }: BehindTextProps) {
  const t = useMessages(inspectUnitMessages).filter;
  const nameOf = useLayerNames();
  const { at, from } = behind;
  if (behind.kind === 'input') return <p className={styles.text}>{t.input}</p>;
  if (behind.kind === 'several') {
    return (
      <div className={styles.text}>
        <p>{t.several(nameOf(at.layer))}</p>
        {behind.units.map((unit) => (
          <GoTo key={unit.layer} at={unit} />
        ))}
      </div>
    );
  }
  if (!hasFilter) return <p className={styles.text}>{t.mixed(nameOf(at.layer))}</p>;
  return (
    <div className={styles.text}>
      <p>
        {t.behind(layer.title, at.unit, nameOf(at.layer))}{' '}
        {from !== null && from.cell !== null && t.cellBehind(from.cell[0], from.cell[1], nameOf(from.layer))}
      </p>
      <GoTo at={at} />
    </div>
  );
}

function GoTo({ at }: { readonly at: UnitAt }) {
  const t = useMessages(inspectUnitMessages).filter;
  const nameOf = useLayerNames();
  const { chooseLayer, pickUnit } = useInspectActions();
  return (
    <Button
      onClick={() => {
        chooseLayer(at.layer);
        pickUnit(at.unit);
      }}
    >
      {t.goTo(at.unit, nameOf(at.layer))}
    </Button>
  );
}

interface FilterPartProps {
  readonly subject: InspectSubject;
  readonly filter: UnitFilter;
}

function FilterPart({ subject, filter }: FilterPartProps) {
  const t = useMessages(inspectUnitMessages);
  const nameOf = useLayerNames();
  const format = useShortNumber();
  const { taps, channels, values, bias } = filter;
  const { min, max, mean, deviation, count } = summarize(values);
  const shape = formatShape([...taps.size, channels.length]);
  const isFolded = filter.inputShape.length === 3 && subject.analysis.layers[filter.layer]?.output?.shape.length === 1;
  return (
    <section className={styles.part} aria-label={t.filter.title(filter.unit, nameOf(filter.layer), shape)}>
      <h4>{t.filter.title(filter.unit, nameOf(filter.layer), shape)}</h4>
      {isFolded && <p className={styles.hint}>{t.filter.folded(nameOf(filter.input))}</p>}
      <Reading subject={subject} filter={filter} />
      <FilterGrid key={`${filter.layer} ${shape}`} filter={filter} isPicture={isSource(subject, filter.input)} />
      <p className={styles.hint}>{t.filter.legend(format(Math.min(0, min)), format(Math.max(0, max)))}</p>
      <NumberList
        rows={[
          [t.filter.bias, bias === null ? t.filter.noBias : format(bias)],
          [t.filter.count, String(count)],
          [t.statistics.min, format(min)],
          [t.statistics.max, format(max)],
          [t.statistics.mean, format(mean)],
          [t.statistics.deviation, format(deviation)],
        ]}
      />
      <Histogram values={values} label={t.statistics.weightHistogram(format(min), format(max))} format={format} />
    </section>
  );
}

/** In which direction a filter right on the picture answers to an edge. */
function Reading({ subject, filter }: FilterPartProps) {
  const t = useMessages(inspectUnitMessages).filter;
  const { taps, channels, values, input } = filter;
  const isReadable = taps.size[0] === taps.size[1] && (channels.length === 1 || channels.length === 3);
  if (!isReadable || filter.inputShape.length !== 3 || !isSource(subject, input)) return null;
  const reading = readKernel({ size: taps.size[0], channels: channels.length, values });
  return reading === null ? null : <p className={styles.reading}>{t.reading(reading)}</p>;
}
