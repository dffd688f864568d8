/** Tells weights apart: other numbers, or the same in another order, give another text. */
export interface Fingerprint {
  add(values: Float32Array, from: number, to: number): void;
  text(): string;
}

/**
 * Two hashes of 32 bits over the bits of the numbers: FNV-1a by words (Fowler, Noll, Vo), and the finalizing mix of
 * MurmurHash3 (Appleby). Not against forgery: it only says whether what was found for some weights is of these.
 */
export function createFingerprint(): Fingerprint {
  let fnv = 0x811c9dc5;
  let mixed = 0;
  let count = 0;
  return {
    add(values, from, to) {
      const words = new Uint32Array(values.buffer, values.byteOffset + from * 4, to - from);
      for (let at = 0; at < words.length; at += 1) {
        const word = words[at] ?? 0;
        fnv = Math.imul(fnv ^ word, 0x01000193);
        mixed = mix(mixed + word + 0x9e3779b9);
      }
      count += words.length;
    },
    text: () => `${count.toString(36)}-${hex(fnv)}${hex(mixed)}`,
  };
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) | 0;
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
