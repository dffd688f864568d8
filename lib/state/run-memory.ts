import { memoryLimit } from '@/lib/training/memory-limit';
import type { BackendName, BackendReport } from '@/lib/training/protocol';

/**
 * When a training step of `bytes` fits none of the backends: the roomiest of them and its limit in bytes. null when it
 * fits at least one, or there are none.
 */
export function whatCannotHold(
  bytes: number,
  backends: readonly BackendName[],
  deviceGib: number | null,
): { readonly backend: BackendName; readonly limit: number } | null {
  const limits = backends.map((backend) => ({ backend, limit: memoryLimit(backend, deviceGib) }));
  const [roomiest] = limits.sort((a, b) => b.limit - a.limit);
  return roomiest === undefined || bytes <= roomiest.limit ? null : roomiest;
}

/** The backends an automatic choice may fall on: a processor that imitates a graphics card is passed over. */
export function usableBackends(reports: readonly BackendReport[]): readonly BackendName[] {
  return reports.filter((report) => report.available && !report.software).map((report) => report.name);
}
