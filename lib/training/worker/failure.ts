import { messageOf } from '@/lib/core/message-of';
import type { FailureCode } from '@/lib/core/failure-code';
import type { NodeId } from '@/lib/core/ids';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Failure } from '@/lib/training/protocol';

/**
 * Carries a failure up to the dispatcher, the one place that answers the page. Thrown rather than returned, because
 * tfjs and the browser throw from everywhere as well and one catch must serve both.
 */
export class WorkerFailure extends Error {
  readonly failure: Failure;

  constructor(code: FailureCode, detail: string, node: NodeId | null = null) {
    super(`${code}: ${detail}`);
    this.failure = { code, node, detail };
  }
}

const OUT_OF_MEMORY =
  /out of memory|allocation failed|cannot enlarge memory|memory access out of bounds|invalid array (buffer )?length|requested texture size|failed to allocate|GPUOutOfMemoryError/i;

/** The node whose plan layer a message of tfjs names as a whole word; the longest name wins (`conv1` in `conv1_pad`). */
export function nodeNamedIn(message: string, plan: ModelPlan | null): NodeId | null {
  const words = new Set(message.split(/[^A-Za-z0-9_]+/));
  const named = plan?.layers.filter((layer) => words.has(layer.name)) ?? [];
  return named.sort((a, b) => b.name.length - a.name.length)[0]?.node ?? null;
}

/** `otherwise` is the code of an error that nothing more is known of. */
export function toFailure(
  error: unknown,
  plan: ModelPlan | null,
  otherwise: FailureCode = 'training/internal',
): Failure {
  if (error instanceof WorkerFailure) return error.failure;
  const detail = messageOf(error);
  const code = OUT_OF_MEMORY.test(detail) ? 'training/out-of-memory' : otherwise;
  return { code, node: nodeNamedIn(detail, plan), detail };
}
