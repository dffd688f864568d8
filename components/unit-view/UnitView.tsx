'use client';

import { useId, useMemo, useState } from 'react';
import type { Analysis } from '@/lib/analysis/analysis';
import { flatName } from '@/lib/analysis/typed-layer';
import type { LayerView } from '@/lib/analysis/unit-view';
import type { Pair } from '@/lib/layers/fields';
import { layerDefinition } from '@/lib/layers/registry';
import { unitViewMessages } from '@/lib/messages/unit-view';
import { useWorkspace } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { pictureMargin } from '@/components/unit-view/picture-margin';
import type { Picture } from '@/components/unit-view/pictures';
import { PictureView } from '@/components/unit-view/PictureView';
import { UnitControls } from '@/components/unit-view/UnitControls';
import { unitSight } from '@/components/unit-view/unit-sight';
import { usePictures } from '@/components/unit-view/use-pictures';
import type { ChosenUnit } from '@/components/unit-view/use-unit';
import { WayTable } from '@/components/unit-view/WayTable';
import styles from '@/components/unit-view/unit-view.module.css';

interface UnitViewProps {
  readonly analysis: Analysis;
  readonly unit: ChosenUnit;
}

export function UnitView({ analysis, unit }: UnitViewProps) {
  const words = useMessages(unitViewMessages);
  const statusId = useId();
  const dataset = useWorkspace(({ document }) => document.training.dataset);
  const nameOf = (layer: string) => flatName(analysis, layer);
  const sources = sourcesOf(analysis);
  const [wanted, setSource] = useState(sources[0]);
  const source = sources.find((id) => id === wanted) ?? sources[0];
  const shape = (source === undefined ? null : analysis.layers[source]?.output?.shape) ?? null;
  const pictures = usePictures(dataset, shape);
  const [index, setIndex] = useState(0);
  const picture = pictures[index % Math.max(1, pictures.length)] ?? null;
  const view = unit.views.find(({ layer }) => layer === source);
  const size: Pair = picture?.size ?? [1, 1];
  const [rows, columns] = size;
  const { layers, layer } = unit;
  const margin = useMemo(
    () => pictureMargin(analysis, layers.slice(0, layers.indexOf(layer) + 1), [rows, columns]),
    [analysis, layers, layer, rows, columns],
  );
  return (
    <div className={styles.layout}>
      <figure className={styles.figure}>
        <PictureView picture={picture} view={view ?? null} margin={margin} />
        <figcaption>
          <Caption picture={picture} />
          {pictures.length > 1 ? (
            <Button look="quiet" onClick={() => setIndex(index + 1)}>
              {words.another}
            </Button>
          ) : null}
          <span>{words.legend}</span>
        </figcaption>
      </figure>
      <div className={styles.side}>
        {sources.length > 1 ? (
          <label className={styles.field}>
            {words.input}
            <select value={source} onChange={({ target }) => setSource(target.value)}>
              {sources.map((id) => (
                <option key={id} value={id}>
                  {nameOf(id)}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <UnitControls unit={unit} nameOf={nameOf} describedBy={statusId} />
        <p id={statusId} role="status" className={styles.status}>
          {words.sight(unitSight({ layer: nameOf(unit.layer), place: unit.place }, view))}
        </p>
        <WayTable views={unit.views} nameOf={nameOf} />
      </div>
    </div>
  );
}

function Caption({ picture }: { readonly picture: Picture | null }) {
  const words = useMessages(unitViewMessages);
  if (picture === null) return null;
  const { sample } = picture;
  return <span>{sample === null ? words.generated : words.sample(sample.dataset, sample.index, sample.label)}</span>;
}

/** The layers that stand for pictures. */
function sourcesOf({ order, flat, layers }: Analysis): readonly LayerView['layer'][] {
  return order.filter((id) => {
    const isSource = layerDefinition(flat.nodes[id]?.type ?? '')?.role === 'source';
    return isSource && (layers[id]?.output?.shape.length ?? 0) > 1;
  });
}
