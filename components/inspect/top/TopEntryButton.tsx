'use client';

import { useMemo } from 'react';
import { SamplePicture } from '@/components/data/SamplePicture';
import { entryPictures, type Outline } from '@/components/inspect/top/entry-pictures';
import { PixelCanvas } from '@/components/inspect/top/PixelCanvas';
import type { ShownEntry } from '@/components/inspect/top/use-top-entries';
import type { UnitScene } from '@/components/inspect/unit/scene';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useInspectView } from '@/components/inspect/view-state';
import { useTheme } from '@/components/charts/use-theme';
import { useMessages } from '@/components/ui/use-messages';
import type { Shape } from '@/lib/core/tensor-type';
import { mapPixels } from '@/lib/inspect/map-pixels';
import { spanOf } from '@/lib/inspect/normalise';
import { colourLookup, levelsFor, type Pixels } from '@/lib/inspect/paint-grid';
import { INNER_GAP, type TopTiles } from '@/lib/inspect/top-tiles';
import { inspectTopMessages } from '@/lib/messages/inspect-top';
import type { Split } from '@/lib/training/inspect/protocol';
import styles from '@/components/inspect/top/top.module.css';

interface TopEntryButtonProps {
  readonly entry: ShownEntry;
  readonly rank: number;
  readonly split: Split;
  readonly scene: UnitScene;
  readonly tiles: TopTiles;
  readonly shape: Shape;
  /** Its class; null: the data have none. */
  readonly truth: string | null;
  readonly onChoose: () => void;
}

/** One of the best: what the excited cell sees, large; the whole sample and the map beside it. */
export function TopEntryButton({ entry, rank, split, scene, tiles, shape, truth, onChoose }: TopEntryButtonProps) {
  const t = useMessages(inspectTopMessages);
  const format = useShortNumber();
  const { value: sample } = entry;
  const pictures = useMemo(
    () => (sample === undefined ? null : entryPictures(scene, entry, sample)),
    // The entry is a new object every time; its place is what counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [scene, sample, entry.place[0], entry.place[1]],
  );
  const map = useMapPixels(entry);
  const name = t.rank(rank, String(entry.sample), t.splits[split], truth, format(entry.activation));
  return (
    <button
      type="button"
      className={styles.entry}
      data-words={tiles.words}
      aria-label={name}
      title={`${name}. ${t.makeInput}`}
      onClick={onChoose}
    >
      <span className={styles.pictures} style={{ gap: INNER_GAP, minHeight: tiles.large }}>
        {scene.picture === null ? (
          <SamplePicture values={sample?.values ?? null} shape={shape} size={tiles.large} />
        ) : (
          <>
            <span className={styles.large} style={{ width: tiles.large }}>
              <PixelCanvas pixels={pictures?.crop ?? null} size={tiles.large} />
            </span>
            {scene.viewer !== null && (
              <span className={styles.small} style={{ width: tiles.small, gap: INNER_GAP }}>
                <Outlined pixels={pictures?.whole ?? null} outline={pictures?.outline ?? null} size={tiles.small} />
                <PixelCanvas pixels={map} size={tiles.small} />
              </span>
            )}
          </>
        )}
      </span>
      <span className={styles.words}>
        <b>{format(entry.activation)}</b>
        {truth !== null && <span>{truth}</span>}
      </span>
    </button>
  );
}

interface OutlinedProps {
  readonly pixels: Pixels | null;
  readonly outline: Outline | null;
  readonly size: number;
}

function Outlined({ pixels, outline, size }: OutlinedProps) {
  return (
    <span className={styles.outlined}>
      <PixelCanvas pixels={pixels} size={size} />
      {outline !== null && (
        <i
          style={{
            left: `${outline.left * 100}%`,
            top: `${outline.top * 100}%`,
            width: `${outline.width * 100}%`,
            height: `${outline.height * 100}%`,
          }}
        />
      )}
    </span>
  );
}

function useMapPixels({ map }: ShownEntry): Pixels | null {
  const scale = useInspectView((view) => view.scale);
  const theme = useTheme();
  return useMemo(() => {
    if (map === undefined) return null;
    const lookup = colourLookup(scale, theme === 'dark' ? 'dark' : 'light');
    return mapPixels(map, { levels: levelsFor(spanOf(map.values), scale), lookup });
  }, [map, scale, theme]);
}
