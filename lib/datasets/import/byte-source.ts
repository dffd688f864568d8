/** Bytes that are read in parts. */
export interface ByteSource {
  readonly size: number;
  /** From `from` up to but without `to`; rejects where the file is gone. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
}

export function memorySource(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return { size: bytes.length, read: (from, to) => Promise.resolve(bytes.subarray(from, to)) };
}

/** For reading forward in small steps: fetches `block` bytes at a time. */
export function buffered(source: ByteSource, block = 2 ** 22): ByteSource {
  let start = 0;
  let held: Uint8Array<ArrayBuffer> = new Uint8Array();
  return {
    size: source.size,
    async read(from, to) {
      if (from < start || to > start + held.length) {
        start = from;
        held = await source.read(from, Math.min(source.size, Math.max(to, from + block)));
      }
      return held.subarray(from - start, to - start);
    },
  };
}
