import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openSource } from '@/lib/datasets/import/open-source';
import type { ImportOptions, ImportSource, Picture, SourceFile } from '@/lib/datasets/import/protocol';
import type { OpenedSource, ReadDependencies, SourcePlan } from '@/lib/datasets/import/source-plan';

const FIXTURES = path.resolve(__dirname, '../../../fixtures/datasets');

/** What make-fixtures.py says its files hold. */
export interface Expected {
  readonly idx: { readonly train: readonly number[][]; readonly test: readonly number[][] };
  readonly npy: Readonly<Record<string, readonly number[]>>;
  readonly npz: readonly number[][];
  readonly resize: {
    readonly picture: readonly number[];
    readonly resized: Readonly<Record<string, readonly number[]>>;
    readonly grey: readonly number[];
  };
  readonly pictures: Readonly<Record<string, string>>;
}

export const expected = JSON.parse(readFileSync(path.join(FIXTURES, 'expected.json'), 'utf8')) as Expected;

export function fixture(name: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(path.join(FIXTURES, name)));
}

export function sourceFile(name: string, content: string | Uint8Array<ArrayBuffer>): SourceFile {
  return { path: name, file: new File([content], name.slice(name.lastIndexOf('/') + 1)) };
}

export const fromFixtures = (...names: readonly string[]): ImportSource => ({
  kind: 'files',
  files: names.map((name) => sourceFile(name, fixture(name))),
});

export const fromTexts = (texts: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): ImportSource => ({
  kind: 'files',
  files: Object.entries(texts).map(([name, text]) => sourceFile(name, text)),
});

/** A picture of one colour for the double below: "P" and width, height, red, green, blue. */
export function plainPicture(
  width: number,
  height: number,
  [red, green, blue]: readonly [number, number, number],
): string {
  return `P${[width, height, red, green, blue].join(' ')}`;
}

/** Stands in for the browser: reads plainPicture, refuses anything else as a browser does. */
async function decodePicture(bytes: Uint8Array<ArrayBuffer>): Promise<Picture> {
  const text = new TextDecoder().decode(bytes);
  if (!text.startsWith('P')) throw new Error('The source image could not be decoded.');
  const [width = 0, height = 0, ...colour] = text.slice(1).split(' ').map(Number);
  const data = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => colour[at % 4] ?? 255);
  return { width, height, data };
}

export const deps: ReadDependencies = { decodePicture, breathe: () => Promise.resolve() };

export const open = (source: ImportSource, hasHeader?: boolean): Promise<OpenedSource> =>
  openSource(source, { deps, hasHeader });

/** The plan of what is suggested, with some of it changed. */
export async function planOf(opened: OpenedSource, changes: Partial<ImportOptions> = {}): Promise<SourcePlan> {
  const planned = await opened.plan({ ...opened.found.suggested, ...changes });
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  return planned.value;
}

/** The values of every sample in order; the reason of one that is broken. */
export async function valuesOf(plan: SourcePlan): Promise<readonly (readonly number[] | string)[]> {
  const rows: (readonly number[] | string)[] = [];
  for await (const { values } of plan.read(Array.from({ length: plan.count }, (_, at) => at))) {
    rows.push('reason' in values ? values.reason : Array.from(values));
  }
  return rows;
}
