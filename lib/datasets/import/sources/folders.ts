import { fail, succeed } from '@/lib/core/result';
import { naturally, type Entry } from '@/lib/datasets/import/entry';
import type { SkippedFile } from '@/lib/datasets/import/import-problem';
import { suggestPicture } from '@/lib/datasets/import/pictures/suggest-picture';
import { DEFAULT_SPLIT, type Found, type Unclear } from '@/lib/datasets/import/protocol';
import { countClasses, planClasses, unclearClasses } from '@/lib/datasets/import/sources/class-plan';
import { lookAtPictures, readPictures } from '@/lib/datasets/import/sources/picture-entries';
import type { OpenedSource, ReadDependencies } from '@/lib/datasets/import/source-plan';

const TRAINING_FOLDER = /^(train|training)$/i;
const TEST_FOLDER = /^(test|testing)$/i;
const VALIDATION_FOLDER = /^(val|valid|validation)$/i;

interface Placed {
  readonly entry: Entry;
  readonly label: string;
  readonly isTest: boolean;
}

/** Pictures in folders of classes, perhaps within folders of a training and a test set. Null where none is readable. */
export async function openFolders(
  entries: readonly Entry[],
  {
    title,
    skipped,
    deps,
  }: { readonly title: string; readonly skipped: readonly SkippedFile[]; readonly deps: ReadDependencies },
): Promise<OpenedSource | null> {
  const { placed, strays } = placeInClasses(entries);
  const looks = await lookAtPictures(
    placed.map(({ entry }) => entry),
    deps,
  );
  if (looks === null) return null;
  const names = [...new Set(placed.map(({ label }) => label))].sort(naturally);
  const labels = placed.map(({ label }) => names.indexOf(label));
  const isTest = placed.map((picture) => picture.isTest);
  const hasTest = isTest.includes(true) && isTest.includes(false);
  const classes = countClasses(names, labels, (sample) => hasTest && isTest[sample] === true);
  const unclear: Unclear[] = [...unclearClasses(classes), ...(looks.isUniform ? [] : ['sizes-differ' as const])];
  const tests = hasTest ? isTest.filter(Boolean).length : null;
  const found: Found = {
    format: 'folders',
    counts: { training: placed.length - (tests ?? 0), test: tests },
    classes,
    pictures: looks,
    columns: [],
    arrays: [],
    skipped: [...skipped, ...strays],
    unclear,
    suggested: {
      title,
      picture: suggestPicture(looks),
      keptClasses: null,
      table: null,
      arrays: null,
      split: { ...DEFAULT_SPLIT, keepsOwn: hasTest },
    },
  };
  return {
    found,
    plan: async ({ picture, keptClasses }) => {
      if (picture === null) return fail({ code: 'import/bad-options', values: { detail: 'picture' } });
      const plan = planClasses(names, labels, keptClasses);
      if (!plan.ok) return plan;
      const { samples, column } = plan.value;
      const entryOf = (sample: number): Entry => placed[samples[sample] ?? 0]?.entry ?? NOTHING;
      return succeed({
        inputShape: [picture.height, picture.width, picture.colour === 'grey' ? 1 : 3],
        element: 'uint8',
        targets: [{ kind: 'classes', name: 'class', classes: plan.value.names }],
        count: samples.length,
        columns: [column],
        isTest: hasTest ? samples.map((sample) => isTest[sample] === true) : null,
        skipped: [],
        nameOf: (sample) => entryOf(sample).path,
        read: (wanted) => readPictures(wanted, entryOf, { options: picture, deps }),
      });
    },
  };
}

const NOTHING: Entry = { path: '', size: 0, open: () => Promise.reject(new Error('There is no such sample.')) };

/**
 * The class of a picture is its outermost folder that is not shared by all and is no folder of a split; deeper folders
 * belong to the class. Where there are "train" and "val" only, "val" is the test set, as of ImageNet.
 */
export function placeInClasses(entries: readonly Entry[]): {
  readonly placed: readonly Placed[];
  readonly strays: readonly SkippedFile[];
} {
  let rows = entries.map((entry) => ({ entry, folders: entry.path.split('/').slice(0, -1) }));
  const strays: SkippedFile[] = [];
  const isStray = ({ folders }: (typeof rows)[number]): boolean => folders.length === 0;
  for (;;) {
    for (const { entry } of rows.filter(isStray)) strays.push({ name: entry.path, reason: 'no-class', detail: '' });
    rows = rows.filter((row) => !isStray(row));
    const [outermost] = rows[0]?.folders ?? [];
    const isShared = rows.every(({ folders }) => folders[0] === outermost);
    const hasMore = rows.filter(({ folders }) => folders.length > 1).length > rows.length / 2;
    if (outermost === undefined || !isShared || !hasMore || isSplitFolder(outermost)) break;
    rows = rows.map(({ entry, folders }) => ({ entry, folders: folders.slice(1) }));
  }
  const splitRows = rows.filter(({ folders }) => folders.length > 1 && isSplitFolder(folders[0] ?? ''));
  if (splitRows.length <= rows.length / 2)
    return { placed: rows.map(({ entry, folders }) => placedIn(entry, folders, null)), strays };
  const hasTest = splitRows.some(({ folders }) => TEST_FOLDER.test(folders[0] ?? ''));
  const testFolder = hasTest ? TEST_FOLDER : VALIDATION_FOLDER;
  for (const row of rows) {
    if (!splitRows.includes(row)) strays.push({ name: row.entry.path, reason: 'no-class', detail: '' });
  }
  return { placed: splitRows.map(({ entry, folders }) => placedIn(entry, folders, testFolder)), strays };
}

function isSplitFolder(name: string): boolean {
  return TRAINING_FOLDER.test(name) || TEST_FOLDER.test(name) || VALIDATION_FOLDER.test(name);
}

function placedIn(entry: Entry, folders: readonly string[], testFolder: RegExp | null): Placed {
  if (testFolder === null) return { entry, label: folders[0] ?? '', isTest: false };
  return { entry, label: folders[1] ?? '', isTest: testFolder.test(folders[0] ?? '') };
}
