import { openArchives } from '@/lib/datasets/import/archives/open-archives';
import { baseName, naturally, type Entry } from '@/lib/datasets/import/entry';
import type { SkippedFile } from '@/lib/datasets/import/import-problem';
import type { ImportSource, SourceFile } from '@/lib/datasets/import/protocol';
import { openArraySource } from '@/lib/datasets/import/sources/arrays';
import { findArrays } from '@/lib/datasets/import/sources/array-files';
import { openCamera } from '@/lib/datasets/import/sources/camera';
import { findCifar } from '@/lib/datasets/import/sources/cifar-files';
import { openFolders, placeInClasses } from '@/lib/datasets/import/sources/folders';
import { findIdx } from '@/lib/datasets/import/sources/idx-files';
import { isPictureName } from '@/lib/datasets/import/sources/picture-entries';
import { openRasters } from '@/lib/datasets/import/sources/rasters';
import { openTableSource } from '@/lib/datasets/import/sources/table';
import { isTableName, openTable } from '@/lib/datasets/import/sources/table-files';
import { ImportError, type OpenedSource, type ReadDependencies } from '@/lib/datasets/import/source-plan';

/** Finds out what a source holds; throws an ImportError where that is nothing. */
export async function openSource(
  source: ImportSource,
  { deps, hasHeader }: { readonly deps: ReadDependencies; readonly hasHeader?: boolean | undefined },
): Promise<OpenedSource> {
  if (source.kind === 'camera') return openCamera(source, deps);
  const { entries: found, skipped } = await openArchives(source.files);
  const entries = [...found].sort((a, b) => naturally(a.path, b.path));
  const title = titleOf(source.files);
  const rasters = (await findCifar(entries, { skipped })) ?? (await findIdx(entries, { title, skipped }));
  if (rasters !== null)
    return openRasters({ ...rasters, skipped: [...rasters.skipped, ...foreign(entries, rasters.parts)] }, deps);
  const { arrays, skipped: broken } = await findArrays(entries);
  if (arrays.length > 0 || broken.length > 0)
    return openArraySource(arrays, { title, skipped: [...skipped, ...broken], deps });
  return openTableOrFolders(entries, { title, skipped, deps, hasHeader });
}

async function openTableOrFolders(
  entries: readonly Entry[],
  {
    title,
    skipped,
    deps,
    hasHeader,
  }: {
    readonly title: string;
    readonly skipped: readonly SkippedFile[];
    readonly deps: ReadDependencies;
    readonly hasHeader: boolean | undefined;
  },
): Promise<OpenedSource> {
  const pictures = entries.filter(({ path }) => isPictureName(path));
  const tables = entries.filter(({ path }) => isTableName(path));
  const unknown = entries
    .filter((entry) => !pictures.includes(entry) && !tables.includes(entry))
    .map(({ path }): SkippedFile => ({ name: path, reason: 'unknown-kind', detail: '' }));
  const left = [...skipped, ...unknown];
  const folders = pictures.length === 0 ? null : await openFolders(pictures, { title, skipped: left, deps });
  // A table beside folders of classes lists what the folders say already.
  const hasFolders = (folders?.found.classes.length ?? 0) > 1;
  if (folders !== null && (hasFolders || tables.length === 0)) return folders;
  const table = await openTable(tables, hasHeader);
  if (table !== null) return openTableSource(table, { title, pictures, skipped: left, deps });
  const { placed, strays } = placeInClasses(pictures);
  const broken = placed.map(({ entry }): SkippedFile => ({ name: entry.path, reason: 'not-a-picture', detail: '' }));
  throw new ImportError({ code: 'import/nothing-found', values: { skipped: [...left, ...strays, ...broken] } });
}

/** Files beside those that were read, but for what comes with official data sets. */
function foreign(entries: readonly Entry[], parts: readonly { readonly path: string }[]): readonly SkippedFile[] {
  const read = new Set(parts.map(({ path }) => path));
  return entries
    .filter(({ path }) => !read.has(path) && !/ubyte|idx\d|\.bin$|\.txt$|\.html?$|readme/i.test(baseName(path)))
    .map(({ path }) => ({ name: path, reason: 'unknown-kind', detail: '' }));
}

/** The folder or the only file that was given; empty where there is nothing to go by. */
function titleOf(files: readonly SourceFile[]): string {
  const [first] = files;
  if (first === undefined) return '';
  const parts = first.path.split('/').filter((part) => part !== '');
  const isOneFolder =
    parts.length > 1 && files.every(({ path }) => path.split('/').find((part) => part !== '') === parts[0]);
  if (isOneFolder) return parts[0] ?? '';
  return files.length === 1 ? (parts[0] ?? '').replace(/(\.tar)?\.[A-Za-z0-9]+$/, '') : '';
}
