'use client';

import { TopEntryButton } from '@/components/inspect/top/TopEntryButton';
import { useTopsChoice } from '@/components/inspect/top/top-session';
import type { ShownEntry } from '@/components/inspect/top/use-top-entries';
import type { UnitScene } from '@/components/inspect/unit/scene';
import type { ChosenUnit } from '@/components/inspect/unit/use-chosen-unit';
import { useInspectActions } from '@/components/inspect/use-inspect';
import { useSize } from '@/components/runs/use-size';
import { useMessages } from '@/components/ui/use-messages';
import { classesOf } from '@/lib/datasets/dataset';
import { TILE_GAP, topTiles } from '@/lib/inspect/top-tiles';
import { inspectTopMessages } from '@/lib/messages/inspect-top';
import styles from '@/components/inspect/top/top.module.css';

interface TopListProps {
  readonly chosen: ChosenUnit;
  readonly scene: UnitScene;
  readonly entries: readonly ShownEntry[];
}

/** The best samples, as large as they can be and all of them be seen. */
export function TopList({ chosen: { subject, layer, unit }, scene, entries }: TopListProps) {
  const t = useMessages(inspectTopMessages);
  const { split } = useTopsChoice();
  const { showSample } = useInspectActions();
  const [box, room] = useSize();
  const tiles = topTiles({ room, count: entries.length, hasSmall: scene.picture !== null && scene.viewer !== null });
  const classes = classesOf(subject.dataset);
  const columns = { gap: TILE_GAP, gridTemplateColumns: `repeat(${tiles.columns}, minmax(0, 1fr))` };
  return (
    <div ref={box} className={styles.room} style={{ minHeight: tiles.height }}>
      <ol className={styles.list} style={columns} aria-label={t.list(String(unit), layer.title)}>
        {entries.map((entry, at) => (
          <li key={entry.sample}>
            <TopEntryButton
              entry={entry}
              rank={at + 1}
              split={split}
              scene={scene}
              tiles={tiles}
              shape={subject.plan.inputShape}
              truth={entry.value === undefined ? null : (classes[entry.value.label] ?? null)}
              onChoose={() => void showSample(split, entry.sample)}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}
