'use client';

import type { MapSight } from '@/components/inspect/map/map-files';
import type { DataMap } from '@/components/inspect/map/data-map';
import { useMapLayerNames } from '@/components/inspect/map/use-map-layer-names';
import { useInspect } from '@/components/inspect/use-inspect';
import { useDesigner } from '@/components/state/designer-context';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { fileNameOf } from '@/lib/core/file-name';
import { classesOf } from '@/lib/datasets/dataset';
import { formatCount } from '@/lib/messages/figures';
import { inspectMapMessages } from '@/lib/messages/inspect-map';
import { downloadFile } from '@/lib/platform/download';
import { svgToPng } from '@/lib/platform/svg-to-png';
import styles from '@/components/inspect/map/map.module.css';

const FORMATS = ['png', 'svg', 'csv'] as const;
type Format = (typeof FORMATS)[number];

interface MapFilesProps {
  readonly map: DataMap;
  readonly seen: MapSight;
}

/** The map to take away: as a picture of what is seen of it, or its numbers, which are of all. */
export function MapFiles({ map, seen }: MapFilesProps) {
  const t = useMessages(inspectMapMessages);
  const locale = useLocale();
  const nameOf = useMapLayerNames();
  const { notices } = useDesigner();
  const subject = useInspect((state) => state.subject);
  if (subject === null) return null;

  const contentOf = async (format: Format): Promise<Blob> => {
    const { mapCsv, mapSvg } = await import('@/components/inspect/map/map-files');
    const names = classesOf(subject.dataset);
    if (format === 'csv') return new Blob([mapCsv(map, names)], { type: 'text/csv' });
    const { method, layer, split } = map.of;
    const [count, width] = [formatCount(locale, map.samples.length), formatCount(locale, map.width)];
    const heading = t.heading(t.methods[method], nameOf(layer));
    const facts = `${heading}: ${t.facts(count, `${t.splits[split]} (${subject.dataset.title})`, width)}`;
    const part = (inside: number): string =>
      t.part(
        new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(seen.view.scale),
        formatCount(locale, inside),
        count,
      );
    const picture = mapSvg(map, seen, { title: t.title(nameOf(layer), subject.document.name), facts, part, names });
    return format === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : svgToPng(document, picture);
  };
  const save = async (format: Format): Promise<void> => {
    const name = `${fileNameOf(`${subject.document.name} ${nameOf(map.of.layer)} ${map.of.method}`)}.${format}`;
    try {
      downloadFile(document, name, await contentOf(format));
      notices.show('success', 'file-saved', { name });
    } catch {
      notices.show('error', 'file-failed', {});
    }
  };
  return (
    <span className={styles.files}>
      {FORMATS.map((format) => (
        <Button key={format} look="quiet" icon="download" onClick={() => void save(format)}>
          {t.save[format]}
        </Button>
      ))}
    </span>
  );
}
