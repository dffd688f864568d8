import type { ImportPort } from '@/lib/datasets/worker/import-client';

/** Load this module with `import()`: what it names must not be in the first load. */
export function startImportWorker(): ImportPort {
  return new Worker(new URL('./entry.ts', import.meta.url), { type: 'module' }) as ImportPort;
}
