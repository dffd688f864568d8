import type { Json } from '@/lib/core/json';
import type { DocumentFile } from '@/lib/document/document';
import { diffJson, patchJson, type JsonPatch } from '@/lib/runs/json-patch';
import type { RunId } from '@/lib/runs/run-record';
import type { RunTable } from '@/lib/platform/run-tables';
import type { Transaction } from '@/lib/platform/tables';

/** A run's design, whole or as what differs from another run's. */
export type KeptDesign =
  | { readonly run: RunId; readonly document: DocumentFile }
  | { readonly run: RunId; readonly from: RunId; readonly patch: JsonPatch | null; readonly depth: number };

/** Differences on differences that reading goes through at most. */
const MOST_DEPTH = 20;

type Access = Transaction<RunTable>;

/** null: it is not there, or what it differs from is not. */
export async function readDesign(access: Access, run: RunId): Promise<DocumentFile | null> {
  const kept = (await access.get('designs', run)) as KeptDesign | undefined;
  if (kept === undefined) return null;
  if ('document' in kept) return kept.document;
  const before = await readDesign(access, kept.from);
  return before && (patchJson(before as unknown as Json, kept.patch) as unknown as DocumentFile);
}

/** As a difference from `parent`'s where that is smaller; says how many bytes it takes. */
export async function writeDesign(
  access: Access,
  { run, document, parent }: { readonly run: RunId; readonly document: DocumentFile; readonly parent: RunId | null },
): Promise<number> {
  const whole: KeptDesign = { run, document };
  const difference = parent === null ? null : await differenceFrom(access, whole, parent);
  const kept = difference !== null && sizeOf(difference) < sizeOf(whole) ? difference : whole;
  await access.put('designs', run, kept);
  return sizeOf(kept);
}

async function differenceFrom(
  access: Access,
  { run, document }: Extract<KeptDesign, { readonly document: DocumentFile }>,
  parent: RunId,
): Promise<KeptDesign | null> {
  const kept = (await access.get('designs', parent)) as KeptDesign | undefined;
  const before = await readDesign(access, parent);
  if (kept === undefined || before === null) return null;
  const depth = 'document' in kept ? 1 : kept.depth + 1;
  if (depth > MOST_DEPTH) return null;
  return { run, from: parent, patch: diffJson(before as unknown as Json, document as unknown as Json), depth };
}

/** Takes a run's design away; those that differ from it from then on differ from what it differed from, or are whole. */
export async function removeDesign(access: Access, run: RunId): Promise<void> {
  const removed = (await access.get('designs', run)) as KeptDesign | undefined;
  if (removed === undefined) return;
  const parent = 'document' in removed ? null : removed.from;
  const all = (await access.all('designs')) as readonly KeptDesign[];
  const children = all.filter((kept) => !('document' in kept) && kept.from === run);
  for (const child of children) {
    const document = await readDesign(access, child.run);
    if (document !== null) await writeDesign(access, { run: child.run, document, parent });
  }
  await access.delete('designs', run);
}

function sizeOf(kept: KeptDesign): number {
  return new TextEncoder().encode(JSON.stringify(kept)).length;
}
