import type { Locale } from '@/lib/core/locale';
import { fail, succeed, type Result } from '@/lib/core/result';
import { isTemplateId, TEMPLATE_IDS } from '@/lib/core/template-id';
import type { Document } from '@/lib/document/document';
import { loadDocument } from '@/lib/document/load';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { cliMessages, type AccessProblem } from '@/lib/messages/cli';
import { describeFileProblem, describeFileWarning } from '@/lib/messages/files';
import type { CliIo } from '@/lib/cli/io';

const TEMPLATE_PREFIX = 'template:';

interface OpenedDesign {
  readonly document: Document;
  /** What was mended on the way, in words. */
  readonly warnings: readonly string[];
}

/** The design that a path or `template:NAME` stands for, or one line that says why there is none. */
export async function openDesign(
  design: string,
  io: Pick<CliIo, 'readFile'>,
  locale: Locale,
): Promise<Result<OpenedDesign, string>> {
  if (design.startsWith(TEMPLATE_PREFIX)) return openTemplate(design.slice(TEMPLATE_PREFIX.length), locale);
  let text: string;
  try {
    text = await io.readFile(design);
  } catch (error) {
    const problem = accessProblem(error);
    // A file of that name comes first; without one, a template's name is enough.
    if (problem === 'missing' && isTemplateId(design)) return openTemplate(design, locale);
    return fail(cliMessages[locale].cannotRead(design, problem));
  }
  const loaded = loadDocument(text, nameOf(design));
  if (!loaded.ok) return fail(`${design}: ${describeFileProblem(loaded.error, locale)}`);
  const warnings = loaded.value.warnings.map((warning) => `${design}: ${describeFileWarning(warning, locale)}`);
  return succeed({ document: loaded.value.document, warnings });
}

function openTemplate(name: string, locale: Locale): Result<OpenedDesign, string> {
  if (isTemplateId(name)) return succeed({ document: TEMPLATES[name].build(), warnings: [] });
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

function nameOf(path: string): string {
  const file = path.split(/[/\\]/).at(-1) ?? path;
  return file.replace(/(?<=.)\.[^.]*$/, '') || path;
}
