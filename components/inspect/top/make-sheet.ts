import { hrefOf } from '@/components/inspect/unit/save-files';
import { sceneOf, type UnitScene } from '@/components/inspect/unit/scene';
import { entryPictures, type EntryPictures } from '@/components/inspect/top/entry-pictures';
import { fetchSamples, knownSample } from '@/components/inspect/top/sample-cache';
import { paintSample, shownSize } from '@/components/data/paint-sample';
import type { Locale } from '@/lib/core/locale';
import { formatShape } from '@/lib/core/tensor-type';
import { classesOf } from '@/lib/datasets/dataset';
import type { Pixels } from '@/lib/inspect/paint-grid';
import { topSheetHtml, type SheetSample, type SheetUnit } from '@/lib/inspect/top-sheet';
import { topsOfUnit, type TopEntry } from '@/lib/inspect/top-units';
import { formatCount, formatShare } from '@/lib/messages/figures';
import { inspectTopMessages } from '@/lib/messages/inspect-top';
import type { InspectActions } from '@/lib/state/inspect-actions';
import type { InspectLayer, InspectSubject } from '@/lib/state/inspect-state';
import type { FoundTops } from '@/lib/state/inspect-tops';
import type { Split } from '@/lib/training/inspect/protocol';
import type { Sample } from '@/lib/training/protocol';

export interface SheetOrder {
  readonly subject: InspectSubject;
  readonly layer: InspectLayer;
  readonly found: FoundTops;
  readonly split: Split;
  readonly locale: Locale;
  readonly notes: ReadonlyMap<number, string>;
  /** Of the run; null: there is none. */
  readonly runName: string | null;
  readonly format: (value: number) => string;
  readonly call: InspectActions['call'];
  /** Lets the page do other things; false: nobody wants it any more. */
  readonly between: (done: number, total: number) => Promise<boolean>;
}

/** The best samples of all units of a layer as one page; null: given up, or the samples could not be read. */
export async function makeSheet(order: SheetOrder): Promise<string | null> {
  const { subject, layer, found, locale, runName, between } = order;
  const t = inspectTopMessages[locale];
  const { sheetFacts: facts } = t;
  const scene = sceneOf(subject, layer);
  const units: SheetUnit[] = [];
  for (let unit = 0; unit < found.tops.units; unit += 1) {
    if (!(await between(unit, found.tops.units))) return null;
    const made = await makeUnit(order, scene, unit);
    if (made === null) return null;
    units.push(made);
  }
  const count = (value: number): string => formatCount(locale, value);
  return topSheetHtml({
    language: locale,
    title: t.sheetTitle(layer.title, subject.document.name),
    facts: [
      runName === null ? facts.noRun : facts.run(runName),
      facts.layer(layer.title, formatShape(layer.shape), count(found.tops.units)),
      facts.data(subject.dataset.title, t.splits[order.split]),
      facts.gone(count(found.gone)),
      facts.how,
    ],
    units,
  });
}

async function makeUnit(order: SheetOrder, scene: UnitScene, unit: number): Promise<SheetUnit | null> {
  const { subject, found, split, locale, notes, call } = order;
  const t = inspectTopMessages[locale];
  const entries = topsOfUnit(found.tops, unit);
  const numbers = entries.map(({ sample }) => sample);
  if (!(await fetchSamples({ subject, call }, split, numbers))) return null;
  const share = found.tops.activeShare[unit] ?? 0;
  return {
    title: t.sheetFacts.unit(String(unit)),
    note: notes.get(unit) ?? '',
    text: share > 0 ? t.active(formatShare(locale, share)) : t.dead(formatCount(locale, found.gone)),
    samples: entries.flatMap((entry) => {
      const sample = knownSample(subject, split, entry.sample);
      return sample === undefined ? [] : [sampleOf(order, scene, { entry, sample })];
    }),
  };
}

interface Best {
  readonly entry: TopEntry;
  readonly sample: Sample;
}

function sampleOf({ subject, locale, format }: SheetOrder, scene: UnitScene, { entry, sample }: Best): SheetSample {
  const t = inspectTopMessages[locale];
  const truth = classesOf(subject.dataset)[sample.label] ?? null;
  const text = t.sheetFacts.sample(String(entry.sample), truth, format(entry.activation));
  const pictures = entryPictures(scene, entry, sample);
  if (pictures === null) {
    return { crop: { href: hrefOf(rowPixels(sample, subject.plan.inputShape)), alt: text }, whole: null, text };
  }
  const isAll = scene.viewer === null;
  return {
    crop: { href: hrefOf(pictures.crop), alt: text },
    whole: isAll ? null : { href: outlinedHref(pictures), alt: '' },
    text,
  };
}

/** Samples that are no pictures, as they are drawn elsewhere. */
function rowPixels(sample: Sample, shape: InspectSubject['plan']['inputShape']): Pixels {
  const { width, height } = shownSize(shape);
  return { data: new Uint32Array(paintSample(sample.values, shape).buffer), width, height };
}

/** Longer side of the whole sample on the sheet, in pixels. */
const WHOLE = 96;

function outlinedHref({ whole, outline }: EntryPictures): string {
  const scale = Math.max(1, Math.round(WHOLE / Math.max(whole.width, whole.height)));
  const canvas = document.createElement('canvas');
  canvas.width = whole.width * scale;
  canvas.height = whole.height * scale;
  const context = canvas.getContext('2d');
  if (context === null) return hrefOf(whole);
  const small = new OffscreenCanvas(whole.width, whole.height);
  const bytes = new Uint8ClampedArray(whole.data.buffer as ArrayBuffer);
  small.getContext('2d')?.putImageData(new ImageData(bytes, whole.width, whole.height), 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, canvas.width, canvas.height);
  if (outline !== null) {
    context.lineWidth = 2;
    context.strokeStyle = '#f44400';
    const [width, height] = [outline.width * canvas.width, outline.height * canvas.height];
    context.strokeRect(outline.left * canvas.width + 1, outline.top * canvas.height + 1, width - 2, height - 2);
  }
  return canvas.toDataURL('image/png');
}
