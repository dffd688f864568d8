import { baseName, readWhole, type Entry } from '@/lib/datasets/import/entry';
import type { SkippedFile } from '@/lib/datasets/import/import-problem';
import { isTestName } from '@/lib/datasets/import/formats/idx';
import { ImportError } from '@/lib/datasets/import/source-plan';
import type { RasterPart, RasterSource, RasterTarget } from '@/lib/datasets/import/sources/rasters';

// cs.toronto.edu/~kriz/cifar.html, "Binary version": labels, then 1,024 reds, 1,024 greens, 1,024 blues.
const SIDE = 32;
const PIXELS = SIDE * SIDE * 3;
const CIFAR_10 = ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck'];

/** Null where there is no binary file of CIFAR-10 or CIFAR-100 among them. */
export async function findCifar(
  entries: readonly Entry[],
  { skipped }: { readonly skipped: readonly SkippedFile[] },
): Promise<RasterSource | null> {
  const files = entries.filter(({ path }) => /^(data_batch_\d+|test_batch|train|test)\.bin$/i.test(baseName(path)));
  const [first] = files;
  if (first === undefined) return null;
  // CIFAR-10's files are named batches; CIFAR-100's records have a coarse label before the fine one.
  const labelBytes = /batch/i.test(baseName(first.path)) ? 1 : 2;
  const stride = labelBytes + PIXELS;
  const fitting = files.filter(({ size }) => size % stride === 0);
  const left = files
    .filter((file) => !fitting.includes(file))
    .map(({ path, size }): SkippedFile => ({ name: path, reason: 'damaged', detail: `${size} / ${stride}` }));
  if (fitting.length === 0) throw damaged(first.path, `${first.size} / ${stride}`);
  const targets = await targetsOf(entries, labelBytes);
  const parts: RasterPart[] = [];
  for (const entry of fitting) parts.push(await partOf(entry, { labelBytes, targets }));
  return {
    format: 'cifar',
    title: labelBytes === 1 ? 'CIFAR-10' : 'CIFAR-100',
    height: SIDE,
    width: SIDE,
    channels: 3,
    isPlanar: true,
    targets,
    parts,
    skipped: [...skipped, ...left],
  };
}

async function targetsOf(entries: readonly Entry[], labelBytes: number): Promise<RasterSource['targets']> {
  if (labelBytes === 1) {
    return [{ name: 'class', classes: (await namesIn(entries, 'batches.meta.txt', 10)) ?? CIFAR_10 }];
  }
  const numbered = (count: number): string[] => Array.from({ length: count }, (_, label) => String(label));
  return [
    { name: 'class', classes: (await namesIn(entries, 'fine_label_names.txt', 100)) ?? numbered(100) },
    { name: 'superclass', classes: (await namesIn(entries, 'coarse_label_names.txt', 20)) ?? numbered(20) },
  ];
}

async function namesIn(entries: readonly Entry[], file: string, count: number): Promise<readonly string[] | null> {
  const entry = entries.find(({ path }) => baseName(path) === file);
  if (entry === undefined || entry.size > 10_000) return null;
  const names = new TextDecoder()
    .decode(await readWhole(entry))
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return names.length === count ? names : null;
}

async function partOf(
  entry: Entry,
  { labelBytes, targets }: { readonly labelBytes: number; readonly targets: readonly RasterTarget[] },
): Promise<RasterPart> {
  const stride = labelBytes + PIXELS;
  const bytes = await readWhole(entry);
  const count = bytes.length / stride;
  // The fine label stands last, next to the pixels.
  const labels = targets.map((_, target) =>
    Uint16Array.from({ length: count }, (_, sample) => bytes[sample * stride + labelBytes - 1 - target] ?? 0),
  );
  const isOutside = labels.some((list, target) =>
    list.some((label) => label >= (targets[target]?.classes.length ?? 0)),
  );
  if (isOutside) throw damaged(entry.path, 'label');
  const source = await entry.open();
  return { path: entry.path, source, count, offset: labelBytes, stride, isTest: isTestName(entry.path), labels };
}

function damaged(file: string, detail: string): ImportError {
  return new ImportError({ code: 'import/damaged', values: { file, detail } });
}
