import { fail, succeed, type Result } from '@/lib/core/result';
import { elementCount, type Shape } from '@/lib/core/tensor-type';
import { baseName, type Entry } from '@/lib/datasets/import/entry';
import { cellNumber } from '@/lib/datasets/import/formats/csv';
import type { ImportFailure, SkippedFile } from '@/lib/datasets/import/import-problem';
import { MOST_COLUMNS } from '@/lib/datasets/import/limits';
import { fitRaster } from '@/lib/datasets/import/pictures/fit-picture';
import { suggestPicture } from '@/lib/datasets/import/pictures/suggest-picture';
import {
  DEFAULT_SPLIT,
  type Found,
  type FoundPictures,
  type ImportOptions,
  type PictureOptions,
  type Unclear,
} from '@/lib/datasets/import/protocol';
import { lookAtPictures, readPictures } from '@/lib/datasets/import/sources/picture-entries';
import { lookAtColumn, suggestTable } from '@/lib/datasets/import/sources/table-columns';
import { tableRows, type TableFiles, type TableRow } from '@/lib/datasets/import/sources/table-files';
import { planTable, type PlannedRows } from '@/lib/datasets/import/sources/plan-table';
import {
  ImportError,
  type OpenedSource,
  type ReadDependencies,
  type ReadSample,
  type SourcePlan,
} from '@/lib/datasets/import/source-plan';

interface TableContext {
  readonly title: string;
  /** Pictures that came with the table, by path and by bare name. */
  readonly pictures: readonly Entry[];
  readonly skipped: readonly SkippedFile[];
  readonly deps: ReadDependencies;
}

/** Rows of numbers, or of names of pictures, with what is to be learned of them. */
export async function openTableSource(table: TableFiles, context: TableContext): Promise<OpenedSource> {
  if (table.names.length > MOST_COLUMNS) throw tooWide(table);
  const byName = new Map(
    context.pictures.flatMap(
      (entry) =>
        [
          [entry.path, entry],
          [baseName(entry.path), entry],
        ] as const,
    ),
  );
  const { columns, counts, files } = await lookAtRows(table, { byName, deps: context.deps });
  const fileColumn = files[0] ?? null;
  const suggested = suggestTable(columns, { hasHeader: table.hasHeader, fileColumn });
  if (suggested === null || (fileColumn === null && suggested.table.inputs.length === 0)) {
    throw new ImportError({ code: 'import/nothing-found', values: { skipped: context.skipped } });
  }
  const looks = fileColumn === null ? null : await lookAtPictures(context.pictures, context.deps);
  const { pixels } = suggested.table;
  const pictures = looks ?? (pixels === null ? null : pixelPictures(pixels));
  const unclear: Unclear[] = [
    ...(table.isHeaderClear ? [] : ['header' as const]),
    ...(suggested.isSure ? [] : ['target' as const]),
    ...(looks !== null && !looks.isUniform ? ['sizes-differ' as const] : []),
  ];
  const found: Found = {
    format: fileColumn === null ? 'table' : 'table-of-pictures',
    counts,
    classes: [],
    pictures,
    columns: columns.map(({ name, kind, distinct, examples }) => ({ name, kind, distinct, examples })),
    arrays: [],
    skipped: context.skipped,
    unclear,
    suggested: {
      title: context.title,
      picture: pictures === null ? null : suggestPicture(pictures),
      keptClasses: null,
      table: suggested.table,
      arrays: null,
      split: { ...DEFAULT_SPLIT, keepsOwn: table.hasTest },
    },
  };
  return { found, plan: (options) => plan(table, options, { byName, deps: context.deps }) };
}

function tooWide({ files, names }: TableFiles): ImportError {
  const detail = `${names.length} > ${MOST_COLUMNS}`;
  return new ImportError({ code: 'import/damaged', values: { file: files[0]?.path ?? '', detail } });
}

function pixelPictures([height = 1, width = 1, channels = 1]: Shape): FoundPictures {
  return { smallest: [height, width], largest: [height, width], isUniform: true, channels: channels === 3 ? 3 : 1 };
}

interface PictureContext {
  readonly byName: ReadonlyMap<string, Entry>;
  readonly deps: ReadDependencies;
}

async function lookAtRows(table: TableFiles, { byName, deps }: PictureContext) {
  const looks = table.names.map(() => lookAtColumn(table.delimiter));
  const named = table.names.map(() => 0);
  let [training, test] = [0, 0];
  for await (const { cells, isTest } of tableRows(table, deps)) {
    if (isTest) test += 1;
    else training += 1;
    looks.forEach((look, column) => {
      const cell = cells[column] ?? '';
      look.add(cell);
      if (byName.size > 0 && pictureOf(cell, byName) !== null) named[column] = (named[column] ?? 0) + 1;
    });
  }
  const columns = looks.map((look, column) => look.result(table.names[column] ?? ''));
  // Most rows name a picture that is there.
  const files = table.names.filter((_, column) => (named[column] ?? 0) > (training + test) / 2);
  return { columns, files, counts: { training, test: table.hasTest ? test : null } };
}

function pictureOf(cell: string, byName: ReadonlyMap<string, Entry>): Entry | null {
  const path = cell.trim().replaceAll('\\', '/').replace(/^\.\//, '');
  return byName.get(path) ?? byName.get(baseName(path)) ?? null;
}

async function plan(
  table: TableFiles,
  options: ImportOptions,
  { byName, deps }: PictureContext,
): Promise<Result<SourcePlan, ImportFailure>> {
  if (options.table === null) return badOptions('table');
  const { fileColumn, inputs, pixels } = options.table;
  const { picture } = options;
  const isPictured = fileColumn !== null || pixels !== null;
  if (isPictured !== (picture !== null)) return badOptions('picture');
  if (fileColumn === null && inputs.length === 0) return badOptions('inputs');
  if (pixels !== null && elementCount(pixels) !== inputs.length) return badOptions('pixels');
  const planned = await planTable(table, {
    options: options.table,
    keptClasses: options.keptClasses,
    pictureOf: (cell) => pictureOf(cell, byName),
    deps,
  });
  if (!planned.ok) return planned;
  const rows = planned.value;
  const isTest = rows.isTest.includes(true) && rows.isTest.includes(false) ? rows.isTest : null;
  return succeed({
    inputShape: picture === null ? [inputs.length] : [picture.height, picture.width, picture.colour === 'grey' ? 1 : 3],
    element: picture === null ? 'float32' : 'uint8',
    targets: rows.targets,
    count: rows.rows.length,
    columns: rows.columns,
    isTest,
    skipped: rows.skipped,
    nameOf: (sample) => rows.names[sample] ?? '',
    read: (wanted) =>
      fileColumn !== null && picture !== null
        ? readPictures(wanted, (sample) => pictureAt(rows, sample), { options: picture, deps })
        : readRows(table, wanted, { rows, inputs, pixels, picture, deps }),
  });
}

function pictureAt(rows: PlannedRows, sample: number): Entry {
  const entry = rows.pictures[sample];
  if (entry === undefined) throw new Error('There is no such sample.');
  return entry;
}

function badOptions(detail: string): Result<never, ImportFailure> {
  return fail({ code: 'import/bad-options', values: { detail } });
}

/** Goes through the table once more, and no further than the last of the rows that are wanted. */
async function* readRows(
  table: TableFiles,
  wanted: readonly number[],
  {
    rows,
    inputs,
    pixels,
    picture,
    deps,
  }: {
    readonly rows: PlannedRows;
    readonly inputs: readonly string[];
    readonly pixels: Shape | null;
    readonly picture: PictureOptions | null;
    readonly deps: ReadDependencies;
  },
): AsyncGenerator<ReadSample> {
  const places = inputs.map((name) => table.names.indexOf(name));
  let next = 0;
  if (wanted.length === 0) return;
  for await (const row of tableRows(table, deps)) {
    const sample = wanted[next];
    if (sample === undefined) return;
    if (rows.rows[sample] !== row.row) continue;
    next += 1;
    yield { sample, values: valuesOf(row, { places, pixels, picture, table }) };
  }
}

function valuesOf(
  { cells }: TableRow,
  {
    places,
    pixels,
    picture,
    table,
  }: {
    readonly places: readonly number[];
    readonly pixels: Shape | null;
    readonly picture: PictureOptions | null;
    readonly table: TableFiles;
  },
): Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer> {
  const read = (place: number): number => cellNumber(cells[place] ?? '', table.delimiter);
  if (pixels === null || picture === null) return Float32Array.from(places, read);
  const [height = 1, width = 1, channels = 1] = pixels;
  return fitRaster({ width, height, channels, data: Uint8ClampedArray.from(places, read) }, picture);
}
