import type { Locale } from '@/lib/core/locale';
import { TEMPLATE_IDS } from '@/lib/core/template-id';
import type { Document } from '@/lib/document/document';
import type { Analysis } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { datasetTask } from '@/lib/datasets/dataset-task';
import { cliMessages } from '@/lib/messages/cli';
import { describeSaveNote } from '@/lib/messages/save-as';
import { asksForHelp, localeOf, parseArguments, type CommandName, type Order } from '@/lib/cli/arguments';
import { compareFiles } from '@/lib/cli/compare';
import type { CliIo } from '@/lib/cli/io';
import { checkJson, summaryJson } from '@/lib/cli/json-output';
import { exportFiles } from '@/lib/cli/export-files';
import { accessProblem, openDesign } from '@/lib/cli/open-design';
import { foreignFiles } from '@/lib/cli/foreign-files';
import { pictureOf, writePicture } from '@/lib/cli/picture';
import { diagnosticLines, summaryText, verdict } from '@/lib/cli/text-output';

/** 0: no errors; 1: errors in the design; 2: an unreadable file or wrong usage. */
export type ExitCode = 0 | 1 | 2;

interface Job {
  readonly order: Order & { readonly command: Exclude<CommandName, 'compare'> };
  readonly document: Document;
  readonly analysis: Analysis;
  /** What the design's file holds. */
  readonly weights: readonly NamedTensor[] | null;
  readonly io: CliIo;
  readonly locale: Locale;
}

/** The whole command line but for Node: `argv` without the program's own name. Results on stdout, messages on stderr. */
export async function main(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const locale = localeOf(argv);
  const messages = cliMessages[locale];
  if (asksForHelp(argv)) {
    io.stdout(messages.help(TEMPLATE_IDS));
    return 0;
  }
  const parsed = parseArguments(argv);
  if (!parsed.ok) return refuse(io, `${messages.usage(parsed.error)}\n${messages.seeHelp}`);
  const { command, ...order } = parsed.value;
  if (command === 'compare') return compareFiles(parsed.value, io, locale);
  const opened = await openDesign(order.design, io, locale);
  if (!opened.ok) return refuse(io, opened.error);
  const { warnings, weights } = opened.value;
  for (const warning of warnings) complain(io, warning);
  const document = inBatches(opened.value.document, order.batch);
  const analysis = analyze(document, datasetTask(document.training.dataset));
  return perform({ order: { ...order, command }, document, analysis, weights, io, locale });
}

function perform(job: Job): ExitCode | Promise<ExitCode> {
  switch (job.order.command) {
    case 'summary':
      return summarize(job);
    case 'check':
      return check(job);
    case 'export':
      return exportDesign(job);
    case 'picture':
      return savePicture(job);
  }
}

function summarize(job: Job): ExitCode {
  const { document, analysis, io, locale } = job;
  const work = job.order.flops ? 'flops' : 'macs';
  if (job.order.json) io.stdout(toText(summaryJson({ document, analysis, locale, work })));
  else {
    io.stdout(summaryText({ document, analysis, locale, work }));
    printDiagnostics(job);
  }
  return exitCode(analysis);
}

/** The design as if it was trained on so many samples at once. */
function inBatches(document: Document, batchSize: number | null): Document {
  return batchSize === null ? document : { ...document, training: { ...document.training, batchSize } };
}

function check(job: Job): ExitCode {
  const { document, analysis, io, locale } = job;
  if (job.order.json) io.stdout(toText(checkJson(document, analysis, locale)));
  else {
    printDiagnostics(job);
    io.stdout(`${verdict(document, analysis, locale)}\n`);
  }
  return exitCode(analysis);
}

async function exportDesign(job: Job): Promise<ExitCode> {
  const { document, io, locale, order } = job;
  const messages = cliMessages[locale];
  const exported = await exportFiles(job, order.format);
  if (!exported.ok) {
    printDiagnostics(job);
    complain(io, exported.error.kind === 'errors' ? messages.notExported : messages.noNetwork);
    return 1;
  }
  const { files, notes } = exported.value;
  for (const note of notes) complain(io, describeSaveNote(note, locale));
  const foreign = await foreignFiles(order.out, files, io);
  if (foreign.length > 0) return refuse(io, messages.inTheWay(order.out, foreign));
  try {
    await io.writeFiles(order.out, files);
  } catch (error) {
    return refuse(io, messages.cannotWrite(order.out, accessProblem(error)));
  }
  const paths = files.map(({ path }) => path);
  const report = { name: document.name, out: order.out, files: paths };
  io.stdout(order.json ? toText(report) : `${messages.exported(files.length, order.out)}\n`);
  return 0;
}

/** A design with errors has a picture too: it shows them. */
async function savePicture(job: Job): Promise<ExitCode> {
  const { io, locale, order, analysis } = job;
  const svg = await pictureOf(job, order, locale);
  if (order.out === '') io.stdout(svg);
  else {
    const problem = await writePicture(order.out, svg, io);
    const messages = cliMessages[locale];
    if (problem === 'in-the-way') return refuse(io, messages.noPicture(order.out));
    if (problem !== null) return refuse(io, messages.cannotWrite(order.out, problem));
    io.stdout(`${messages.pictureWritten(order.out)}\n`);
  }
  return exitCode(analysis);
}

function printDiagnostics({ analysis, io, locale }: Job): void {
  for (const line of diagnosticLines(analysis, locale)) io.stderr(`${line}\n`);
}

function exitCode({ hasErrors }: Analysis): ExitCode {
  return hasErrors ? 1 : 0;
}

function refuse(io: CliIo, message: string): ExitCode {
  complain(io, message);
  return 2;
}

function complain(io: CliIo, message: string): void {
  io.stderr(`shapeflow: ${message}\n`);
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
