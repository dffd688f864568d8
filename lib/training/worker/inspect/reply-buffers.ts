/**
 * The buffers of the number arrays anywhere in a reply, each once, to be handed over with it: what replies hold is nobody
 * else's. Lists of plain numbers are not gone through.
 */
export function replyBuffers(reply: unknown): Transferable[] {
  const found = new Set<ArrayBuffer>();
  collect(reply, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return;
  if (ArrayBuffer.isView(value)) {
    // Nothing is shared: wasm runs without threads.
    found.add(value.buffer as ArrayBuffer);
  } else if (!Array.isArray(value)) {
    for (const part of Object.values(value)) collect(part, found);
  } else if (typeof value[0] === 'object') {
    for (const part of value) collect(part, found);
  }
}
