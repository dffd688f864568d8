/** The browser's part in fetching; tests give a double. */
export type Fetch = (url: string) => Promise<Response>;

/**
 * The first bytes of a file, unzipped where it is gzip; the rest is not fetched any further. Null where the file cannot be
 * had or is shorter.
 */
export async function fetchFirstBytes(
  url: string,
  count: number,
  fetchFile: Fetch = fetch,
): Promise<Uint8Array | null> {
  try {
    const response = await fetchFile(url);
    if (!response.ok || response.body === null) return null;
    return await readFirst(await unzipped(response.body), count);
  } catch {
    return null;
  }
}

/** Some servers send a .gz file as it is, others let the browser unzip it: the first two bytes tell. */
async function unzipped(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<ReadableStream<Uint8Array>> {
  const [peeked, whole] = body.tee();
  const reader = peeked.getReader();
  const { value } = await reader.read();
  void reader.cancel();
  const isGzip = value?.[0] === 0x1f && value[1] === 0x8b;
  return isGzip ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
}

async function readFirst(stream: ReadableStream<Uint8Array>, count: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(count);
  const reader = stream.getReader();
  for (let length = 0; length < count;) {
    const { done, value } = await reader.read();
    if (done) return null;
    bytes.set(value.subarray(0, count - length), length);
    length += value.length;
  }
  void reader.cancel();
  return bytes;
}
