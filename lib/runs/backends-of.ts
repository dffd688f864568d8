import type { RunRecord } from '@/lib/runs/run-record';

/** What a run was trained on, in order: "webgl → wasm" where it had to move; empty when nothing is known. */
export function backendsOf({ backend, moves = [] }: Pick<RunRecord, 'backend' | 'moves'>): string {
  return [...moves.map((move) => move.backend), ...(backend === null ? [] : [backend])].join(' → ');
}
