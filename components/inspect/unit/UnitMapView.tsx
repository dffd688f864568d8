'use client';

import { useId, useMemo } from 'react';
import { Histogram } from '@/components/inspect/unit/Histogram';
import { NumberList } from '@/components/inspect/unit/NumberList';
import { SaveMap } from '@/components/inspect/unit/SaveMap';
import { sceneOf, seenBy, type UnitScene } from '@/components/inspect/unit/scene';
import { UnitCanvases } from '@/components/inspect/unit/UnitCanvases';
import { pinCell, setOpacity, useFocusedCell, useUnitFocus } from '@/components/inspect/unit/unit-focus';
import { useChosenUnit, type ChosenUnit } from '@/components/inspect/unit/use-chosen-unit';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { unitNames } from '@/components/inspect/unit-names';
import { useInspect, useInspectStore } from '@/components/inspect/use-inspect';
import { useSlowTurn } from '@/components/inspect/use-slow-turn';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { unitSight } from '@/components/unit-view/unit-sight';
import { channelMap, type ChannelMap } from '@/lib/inspect/channel-map';
import { spanOf } from '@/lib/inspect/normalise';
import { summarize } from '@/lib/inspect/statistics';
import { strongestCell } from '@/lib/inspect/strongest-cell';
import { inspectMessages } from '@/lib/messages/inspect';
import { inspectUnitMessages } from '@/lib/messages/inspect-unit';
import { unitViewMessages } from '@/lib/messages/unit-view';
import type { LayerLook } from '@/lib/training/inspect/protocol';
import styles from '@/components/inspect/unit/unit.module.css';

/** What a unit gives for the input at hand, and where on the picture. */
export function UnitMapView() {
  const chosen = useChosenUnit();
  const store = useInspectStore();
  useSlowTurn();
  const t = useMessages(inspectUnitMessages).map;
  const { empty } = useMessages(inspectMessages);
  const hasInput = useInspect(({ input }) => input !== null);
  if (chosen === null) return null;
  const look = store.getState().looks.get(chosen.layer.node);
  if (look === undefined || chosen.unit >= (look.shape.at(-1) ?? 0)) {
    return <p className={styles.text}>{hasInput ? t.notYet : empty.title}</p>;
  }
  return (
    <div className={styles.view}>
      {look.shape.length === 1 ? (
        <SingleNumber chosen={chosen} look={look} />
      ) : (
        <MapParts chosen={chosen} look={look} />
      )}
    </div>
  );
}

interface PartProps {
  readonly chosen: ChosenUnit;
  readonly look: LayerLook;
}

/** A number of a vector: how it stands among the others. */
function SingleNumber({ chosen, look }: PartProps) {
  const t = useMessages(inspectUnitMessages).map;
  const format = useShortNumber();
  const { subject, layer, unit } = chosen;
  const names = useMemo(() => unitNames(subject, layer.node), [subject, layer.node]);
  const value = look.values[unit] ?? Number.NaN;
  const rank = 1 + look.values.filter((other) => other > value).length;
  const { low, high } = spanOf(look.values);
  const [from, to] = [Math.min(0, low), Math.max(0, high)];
  const share = (of: number) => `${to > from ? (100 * (of - from)) / (to - from) : 0}%`;
  const [left, right] = value < 0 ? [value, 0] : [0, value];
  const hasPicture = subject.plan.inputShape.length === 3;
  return (
    <>
      <p className={styles.text} role="status">
        <strong>{t.single(names[unit] ?? null, format(value), rank, look.values.length)}</strong>{' '}
        {hasPicture && t.seesAll}
      </p>
      <div className={styles.single} role="img" aria-label={t.singleBar(format(from), format(to))}>
        <i
          data-sign={value < 0 ? 'minus' : 'plus'}
          style={{ left: share(left), width: `calc(${share(right)} - ${share(left)})` }}
        />
        <s style={{ left: share(0) }} />
      </div>
      <MapStatistics title={t.among} values={look.values} />
      <SaveMap chosen={chosen} />
    </>
  );
}

function MapParts({ chosen, look }: PartProps) {
  const t = useMessages(inspectUnitMessages);
  const statusId = useId();
  const { subject, layer, unit } = chosen;
  const scene = useMemo(() => sceneOf(subject, layer), [subject, layer]);
  const opacity = useUnitFocus((focus) => focus.opacity);
  const map = channelMap(look, unit);
  return (
    <>
      <UnitCanvases key={layer.node} chosen={chosen} describedBy={statusId} />
      {scene.places === null ? (
        <p className={styles.text}>{t.map.noPlace}</p>
      ) : (
        <label className={styles.slider}>
          {t.map.opacity}
          <input
            type="range"
            min={0}
            max={100}
            step={5}
            value={Math.round(opacity * 100)}
            aria-valuetext={`${Math.round(opacity * 100)}\u00a0%`}
            onChange={({ target }) => setOpacity(Number(target.value) / 100)}
          />
          <span aria-hidden="true">{`${Math.round(opacity * 100)}\u00a0%`}</span>
        </label>
      )}
      <CellText id={statusId} chosen={chosen} map={map} scene={scene} />
      <MapStatistics title={t.statistics.title} values={map.values} />
      <SaveMap chosen={chosen} />
    </>
  );
}

interface CellTextProps {
  readonly id: string;
  readonly chosen: ChosenUnit;
  readonly map: ChannelMap;
  readonly scene: UnitScene;
}

function CellText({ id, chosen: { layer }, map, scene }: CellTextProps) {
  const t = useMessages(inspectUnitMessages).map;
  const sight = useMessages(unitViewMessages).sight;
  const format = useShortNumber();
  const focused = useFocusedCell(layer);
  const isPinned = useUnitFocus((focus) => focus.layer === layer.node && focus.pinned !== null);
  const cell = focused ?? strongestCell(map);
  const value = map.values[cell[0] * map.columns + cell[1]] ?? Number.NaN;
  const seen = scene.places === null ? undefined : seenBy(scene, cell, scene.source);
  return (
    <div className={styles.cell}>
      <p id={id} role="status">
        <strong>{t.cell(cell[0], cell[1], format(value))}</strong>
        {focused === null && ` (${t.strongest})`}
        {scene.places !== null && `. ${sight(unitSight({ layer: layer.title, place: cell }, seen))}`}
      </p>
      {isPinned ? (
        <Button look="quiet" onClick={() => pinCell(layer.node, null)}>
          {t.release}
        </Button>
      ) : (
        <p className={styles.hint}>{t.howTo}</p>
      )}
    </div>
  );
}

function MapStatistics({ title, values }: { readonly title: string; readonly values: Float32Array }) {
  const t = useMessages(inspectUnitMessages).statistics;
  const format = useShortNumber();
  const { min, max, mean, deviation, zeros, notFinite } = summarize(values);
  return (
    <section className={styles.part} aria-label={title}>
      <h4>{title}</h4>
      <NumberList
        rows={[
          [t.min, format(min)],
          [t.max, format(max)],
          [t.mean, format(mean)],
          [t.deviation, format(deviation)],
          [t.zeros, `${Math.round(100 * zeros)}\u00a0%`],
          ...(notFinite > 0 ? [[t.notFinite, String(notFinite)] as const] : []),
        ]}
      />
      <Histogram values={values} label={t.histogram(format(min), format(max))} format={format} />
    </section>
  );
}
