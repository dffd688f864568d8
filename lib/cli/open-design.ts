import type { Locale } from '@/lib/core/locale';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { fail, succeed, type Result } from '@/lib/core/result';
import { isTemplateId, TEMPLATE_IDS } from '@/lib/core/template-id';
import type { Document } from '@/lib/document/document';
import { TEMPLATES } from '@/lib/document/templates/templates';
import type { ForeignFile } from '@/lib/interop/foreign-file';
import { createHdf5 } from '@/lib/interop/hdf5';
import { openFiles } from '@/lib/interop/open-files';
import { shardNames } from '@/lib/interop/weights/shard-names';
import { cliMessages, type AccessProblem } from '@/lib/messages/cli';
import { describeFileProblem, describeFileWarning } from '@/lib/messages/files';
import { describeImportNote, headingOf, importMessages } from '@/lib/messages/imports';
import type { CliIo } from '@/lib/cli/io';

const TEMPLATE_PREFIX = 'template:';

interface OpenedDesign {
  readonly document: Document;
  /** What was mended on the way, in words. */
  readonly warnings: readonly string[];
  /** What the file has; null where it has none. */
  readonly weights: readonly NamedTensor[] | null;
}

/** Loaded when a file is read that needs it. */
export const nodeHdf5 = createHdf5(() => import('h5wasm/node'));

/** The design that a path or `template:NAME` stands for, or one line that says why there is none. */
export async function openDesign(
  design: string,
  io: Pick<CliIo, 'readFile'>,
  locale: Locale,
): Promise<Result<OpenedDesign, string>> {
  if (design.startsWith(TEMPLATE_PREFIX)) return openTemplate(design.slice(TEMPLATE_PREFIX.length), locale);
  let file: ForeignFile;
  try {
    file = await readForeign(design, io);
  } catch (error) {
    const problem = accessProblem(error);
    // A file of that name comes first; without one, a template's name is enough.
    if (problem === 'missing' && isTemplateId(design)) return openTemplate(design, locale);
    return fail(cliMessages[locale].cannotRead(design, problem));
  }
  const opened = await openFiles([file, ...(await readShards(design, file, io))], nodeHdf5);
  if (!opened.ok) return fail(`${design}: ${describeFileProblem(opened.error, locale)}`);
  if (opened.value.kind === 'design') {
    const { document, warnings } = opened.value.loaded;
    const described = warnings.map((warning) => `${design}: ${describeFileWarning(warning, locale)}`);
    return succeed({ document, warnings: described, weights: null });
  }
  const { document, report, weights } = opened.value.imported;
  const { headings } = importMessages[locale];
  const notes = report.notes.map((note) => {
    return `${design}: ${headings[headingOf(note)]}: ${describeImportNote(note, locale)}`;
  });
  return succeed({ document, warnings: notes, weights: weights.length === 0 ? null : weights });
}

async function readForeign(path: string, io: Pick<CliIo, 'readFile'>): Promise<ForeignFile> {
  const content = await io.readFile(path);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name: fileOf(path), bytes };
}

/** The files of weights that a model.json names, where they lie beside it; without them it is opened without weights. */
async function readShards(
  path: string,
  model: ForeignFile,
  io: Pick<CliIo, 'readFile'>,
): Promise<readonly ForeignFile[]> {
  const folder = path.slice(0, path.length - fileOf(path).length);
  const shards = shardNames(model).map((name) => readForeign(`${folder}${name}`, io).catch(() => null));
  return (await Promise.all(shards)).filter((shard) => shard !== null);
}

function openTemplate(name: string, locale: Locale): Result<OpenedDesign, string> {
  if (isTemplateId(name)) return succeed({ document: TEMPLATES[name].build(), warnings: [], weights: null });
  return fail(cliMessages[locale].usage({ kind: 'unknown-template', name, templates: TEMPLATE_IDS }));
}

/** Node's codes for the failures that people cause. */
export function accessProblem(error: unknown): AccessProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'missing';
  if (code === 'EISDIR') return 'directory';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'not-a-directory';
  if (code === 'ELOOP') return 'loop';
  if (code === 'ERR_FS_FILE_TOO_LARGE' || code === 'ERR_STRING_TOO_LONG') return 'too-large';
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'forbidden' : 'other';
}

function fileOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
