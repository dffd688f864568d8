import { fail, succeed, type Result } from '@/lib/core/result';
import { buildDataset, bytesOf, checkPlan } from '@/lib/datasets/import/build-dataset';
import type { ImportFailure } from '@/lib/datasets/import/import-problem';
import type { ImportProgress, ImportRequest, KeptDescription } from '@/lib/datasets/import/protocol';
import type { OpenedSource, SourcePlan } from '@/lib/datasets/import/source-plan';
import { createSampleStorage } from '@/lib/platform/browser-sample-storage';
import { roomFor } from '@/lib/platform/sample-storage';
import { createSampleWriter } from '@/lib/platform/sample-writer';
import { messageOf } from '@/lib/core/message-of';

/** Builds and keeps a data set, or leaves nothing behind. */
export async function buildAndKeep(
  source: OpenedSource,
  { options, id, now }: ImportRequest<'build'>,
  onProgress: (progress: ImportProgress) => void,
): Promise<Result<KeptDescription, ImportFailure>> {
  const planned = await source.plan(options);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const problem = checkPlan(plan, options) ?? (await whyNotKept(plan));
  if (problem !== null) return fail(problem);
  const writer = await createSampleWriter(id);
  try {
    const { format, skipped } = source.found;
    const built = await buildDataset(plan, { id, options, format, skipped, sink: writer, onProgress });
    if (!built.ok) {
      await writer.abort();
      return built;
    }
    const { description, targets, targetBytes } = built.value;
    await writer.commit({ description, targets, targetBytes, createdAt: now });
    return succeed(description);
  } catch (error) {
    await writer.abort();
    if (!isQuotaError(error)) throw error;
    return fail(await noRoom(plan));
  }
}

/** Looked at before anything is read: a large import should not fail at its end. */
async function whyNotKept(plan: SourcePlan): Promise<ImportFailure | null> {
  const storage = createSampleStorage();
  try {
    await storage.sweep();
  } catch (error) {
    return { code: 'import/storage-barred', values: { detail: messageOf(error) } };
  }
  const { fits } = roomFor(bytesOf(plan), await storage.room());
  return fits ? null : noRoom(plan);
}

async function noRoom(plan: SourcePlan): Promise<ImportFailure> {
  const needed = bytesOf(plan);
  const { free } = roomFor(needed, await createSampleStorage().room());
  return { code: 'import/no-room', values: { needed, free: free ?? 0 } };
}

function isQuotaError(error: unknown): boolean {
  return (error instanceof Error || error instanceof DOMException) && error.name === 'QuotaExceededError';
}
