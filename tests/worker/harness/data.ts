import { zipSync } from 'fflate';
import { createRandom } from '@/lib/core/random';
import type { Result } from '@/lib/core/result';
import type { ImportFailure } from '@/lib/datasets/import/import-problem';
import type { ImportOptions, ImportProgress, KeptDescription } from '@/lib/datasets/import/protocol';
import { createImportClient, type ImportClient } from '@/lib/datasets/worker/import-client';
import { startImportWorker } from '@/lib/datasets/worker/start-import-worker';
import { createSampleStorage } from '@/lib/platform/browser-sample-storage';
import { createSampleWriter } from '@/lib/platform/sample-writer';

export const storage = createSampleStorage();

/** A grey picture, 24 × 24, with one bright quarter, as the browser itself packs it. */
async function quarterPng(label: number, random: ReturnType<typeof createRandom>, type: string): Promise<Uint8Array> {
  const context = new OffscreenCanvas(24, 24).getContext('2d');
  if (context === null) throw new Error('no canvas');
  const base = random.below(90);
  context.fillStyle = `rgb(${base} ${base} ${base})`;
  context.fillRect(0, 0, 24, 24);
  const bright = base + 110;
  context.fillStyle = `rgb(${bright} ${bright} ${bright})`;
  context.fillRect(label % 2 === 0 ? 0 : 12, label < 2 ? 0 : 12, 12, 12);
  return new Uint8Array(await (await context.canvas.convertToBlob({ type })).arrayBuffer());
}

/** A zip of four folders of pictures, in two formats, with files that cannot be read among them. */
export async function quartersZip(perClass: number): Promise<File> {
  const random = createRandom(3);
  const files: Record<string, Uint8Array> = {};
  for (let label = 0; label < 4; label += 1) {
    for (let at = 0; at < perClass; at += 1) {
      const [type, end] = at % 2 === 0 ? ['image/png', 'png'] : ['image/webp', 'webp'];
      files[`quarters/q${label}/${at}.${end}`] = await quarterPng(label, random, type);
    }
    const whole = await quarterPng(label, random, 'image/png');
    files[`quarters/q${label}/cut.png`] = whole.slice(0, 40);
    files[`quarters/q${label}/text.jpg`] = new TextEncoder().encode('not a picture at all');
  }
  return new File([Uint8Array.from(zipSync(files, { level: 0 }))], 'quarters.zip');
}

export function connectImport(
  onProgress: (progress: ImportProgress, client: ImportClient) => void = () => {},
): ImportClient {
  const client: ImportClient = createImportClient({
    startWorker: startImportWorker,
    onProgress: (progress) => onProgress(progress, client),
  });
  return client;
}

/** Looks into the zip and keeps it as 8 × 8 in grey. */
export async function keepQuarters(
  id: string,
  { perClass, client = connectImport() }: { readonly perClass: number; readonly client?: ImportClient },
): Promise<Result<KeptDescription, ImportFailure>> {
  const file = await quartersZip(perClass);
  const found = await client.call('inspect', { source: { kind: 'files', files: [{ path: file.name, file }] } });
  if (!found.ok) return found;
  const options: ImportOptions = {
    ...found.value.suggested,
    title: 'Quarters',
    picture: { height: 8, width: 8, colour: 'grey', fit: 'stretch' },
  };
  return client.call('build', { options, id, now: 1 });
}

/** Everything there is of data sets in this browser. */
export async function leftOvers(): Promise<{ readonly records: number; readonly folders: readonly string[] }> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('datasets', { create: true });
  const folders: string[] = [];
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) folders.push(name);
  return { records: (await storage.list()).length, folders };
}

/** Cuts the file of the training samples off, as a disk that failed might. */
export async function cutOff(id: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await (await root.getDirectoryHandle('datasets')).getDirectoryHandle(id);
  const writable = await (await folder.getFileHandle('training')).createWritable({ keepExistingData: true });
  await writable.truncate(100);
  await writable.close();
}

/** As where there are no files of workers: samples go into the database. The data set of a kept one, under another id. */
export async function copyAsBlobs(
  from: KeptDescription,
  { id, bytes }: { readonly id: string; readonly bytes: number },
): Promise<string> {
  const { training, test } = from.dataset;
  const size = bytes / (training.count + test.count);
  const classes = (count: number) => [
    { kind: 'classes', width: 4, classes: Uint16Array.from({ length: count }, (_, at) => at % 4) },
  ];
  const writer = await createSampleWriter(id);
  try {
    await writer.write('training', new Uint8Array(training.count * size).fill(7));
    await writer.write('test', new Uint8Array(test.count * size).fill(9));
    const targets = { training: classes(training.count), test: classes(test.count) };
    await writer.commit({ description: from, targets, targetBytes: 0, createdAt: 2 });
    return 'kept';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}
