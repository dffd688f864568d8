import { LOCALES, type Locale } from '@/lib/core/locale';
import { fail, succeed, type Result } from '@/lib/core/result';
import { SAVE_FORMATS } from '@/lib/core/save-note';
import { TRAINING_BOUNDS } from '@/lib/document/training-settings';
import { PICTURE_THEMES, type PictureTheme } from '@/lib/pictures/palette';
import { FEWEST_DESIGNS, MOST_DESIGNS } from '@/lib/analysis/compare/limits';
import type { UsageProblem } from '@/lib/messages/cli';

const COMMANDS = ['summary', 'check', 'compare', 'export', 'picture'] as const;
export type CommandName = (typeof COMMANDS)[number];

const TARGETS = ['ts'] as const;

/** What `export` writes: the TypeScript project, or a file for another tool. */
const FORMATS = ['project', ...SAVE_FORMATS] as const;
export type ExportFormat = (typeof FORMATS)[number];

export interface Order {
  readonly command: CommandName;
  /** A path, or `template:NAME`. */
  readonly design: string;
  /** What `compare` compares it with; empty for the other commands. */
  readonly others: readonly string[];
  readonly json: boolean;
  /** `compare` as a Markdown page. */
  readonly markdown: boolean;
  /** `summary` counts two operations per multiply-accumulate. */
  readonly flops: boolean;
  /** For how many samples at once `summary` foretells the memory; null: the design's own batch size. */
  readonly batch: number | null;
  /** Where `export` and `picture` write; empty for the other commands, and for a picture on stdout. */
  readonly out: string;
  /** `picture` as a publication figure. */
  readonly figure: boolean;
  readonly theme: PictureTheme;
  readonly format: ExportFormat;
}

interface Options {
  readonly json: boolean;
  readonly markdown: boolean;
  readonly flops: boolean;
  readonly batch: number | null;
  readonly out: string | null;
  readonly figure: boolean;
  readonly theme: PictureTheme | null;
  readonly target: string | null;
  readonly format: ExportFormat | null;
  readonly words: readonly string[];
}

/** The language asked for, wherever it stands, so that a complaint about the rest can be in it already. */
export function localeOf(argv: readonly string[]): Locale {
  const index = argv.indexOf('--lang');
  const asked = index >= 0 ? argv[index + 1] : argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  return LOCALES.find((locale) => locale === asked) ?? 'en';
}

export function asksForHelp(argv: readonly string[]): boolean {
  return argv[0] === 'help' || argv.includes('--help') || argv.includes('-h');
}

export function parseArguments(argv: readonly string[]): Result<Order, UsageProblem> {
  const options = readOptions(argv);
  if (!options.ok) return options;
  const { json, markdown, flops, batch, out, target, format, figure, theme, words } = options.value;
  const [name, design, ...others] = words;
  if (name === undefined) return fail({ kind: 'no-command' });
  const command = COMMANDS.find((known) => known === name);
  if (command === undefined) return fail({ kind: 'unknown-command', command: name });
  if (design === undefined || design === '') return fail({ kind: 'no-file', command });
  const [superfluous] = others;
  if (command === 'compare') {
    const count = words.length - 1;
    if (count < FEWEST_DESIGNS || count > MOST_DESIGNS) {
      return fail({ kind: 'not-so-many', count, fewest: FEWEST_DESIGNS, most: MOST_DESIGNS });
    }
    if (json && markdown) return fail({ kind: 'either', options: ['--json', '--markdown'] });
  } else {
    if (superfluous !== undefined) return fail({ kind: 'superfluous', argument: superfluous });
    if (markdown) return fail({ kind: 'not-for', option: '--markdown', command });
  }
  if (command !== 'summary' && (flops || batch !== null)) {
    return fail({ kind: 'not-for', option: flops ? '--flops' : '--batch', command });
  }
  if (command !== 'picture' && (figure || theme !== null)) {
    return fail({ kind: 'not-for', option: figure ? '--figure' : '--theme', command });
  }
  const chosen = {
    json,
    markdown,
    flops,
    batch,
    format: format ?? 'project',
    figure,
    theme: theme ?? 'light',
  } as const;
  const order = { command, design, others, ...chosen };
  if (command === 'export') {
    if (target !== null && format !== null) return fail({ kind: 'either', options: ['--target', '--format'] });
    return out === null ? fail({ kind: 'no-out' }) : succeed({ ...order, out });
  }
  if (out !== null && command !== 'picture') return fail({ kind: 'not-for', option: '--out', command });
  if (target !== null) return fail({ kind: 'not-for', option: '--target', command });
  if (format !== null) return fail({ kind: 'not-for', option: '--format', command });
  if (json && command === 'picture') return fail({ kind: 'not-for', option: '--json', command });
  return succeed({ ...order, out: out ?? '' });
}

/** Options may stand anywhere, as `--out FOLDER` or `--out=FOLDER`; what follows `--` is no option. */
function readOptions(argv: readonly string[]): Result<Options, UsageProblem> {
  const words: string[] = [];
  const values = new Map<string, string>();
  let json = false;
  let markdown = false;
  let flops = false;
  let figure = false;
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    const [option, attached] = splitOption(word);
    if (word === '--') {
      words.push(...argv.slice(index + 1));
      break;
    } else if (!word.startsWith('-') || word === '-') words.push(word);
    else if (word === '--json') json = true;
    else if (word === '--markdown') markdown = true;
    else if (word === '--flops') flops = true;
    else if (word === '--figure') figure = true;
    else if (!['--out', '--target', '--format', '--lang', '--batch', '--theme'].includes(option))
      return fail({ kind: 'unknown-option', option });
    else {
      const value = attached ?? argv[(index += 1)];
      if (value === undefined || value === '' || (attached === undefined && value.startsWith('--'))) {
        return fail({ kind: 'no-value', option });
      }
      const possible = { '--target': TARGETS, '--format': FORMATS, '--lang': LOCALES, '--theme': PICTURE_THEMES }[
        option
      ] as readonly string[] | undefined;
      if (option === '--batch' && !isBatchSize(value))
        return fail({ kind: 'bad-value', option, value, possible: [BATCHES] });
      if (possible && !possible.includes(value)) return fail({ kind: 'bad-value', option, value, possible });
      values.set(option, value);
    }
  }
  const value = (option: string) => values.get(option) ?? null;
  const batch = values.has('--batch') ? Number(values.get('--batch')) : null;
  const format = FORMATS.find((known) => known === value('--format')) ?? null;
  const theme = PICTURE_THEMES.find((known) => known === value('--theme')) ?? null;
  const asked = { out: value('--out'), target: value('--target'), format, figure, theme };
  return succeed({ json, markdown, flops, batch, ...asked, words });
}

/** What a design's batch size may be. */
const { min, max } = TRAINING_BOUNDS.training.batchSize;
const BATCHES = `${min} … ${max}`;

function isBatchSize(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max;
}

function splitOption(word: string): readonly [option: string, attached: string | undefined] {
  const equals = word.indexOf('=');
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}
