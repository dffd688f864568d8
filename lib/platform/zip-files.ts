import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface FileToZip {
  readonly path: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** Bytes packed at a stretch: a few milliseconds, so that the page stays responsive. */
const STRETCH = 2 ** 20;

/**
 * A zip file. Binary content (weights) is stored as it is: float32 hardly gets smaller, and some networks have hundreds
 * of megabytes. No workers: fflate's come from blob addresses, which the page's security policy forbids.
 */
export async function zipFiles(files: readonly FileToZip[], modified: Date): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, part) => {
    if (error === null) parts.push(part as Uint8Array<ArrayBuffer>);
    else failure = error;
  });
  for (const { path, content } of files) {
    const entry = typeof content === 'string' ? new ZipDeflate(path, { level: 9 }) : new ZipPassThrough(path);
    entry.mtime = modified;
    zip.add(entry);
    await pushAll(entry, typeof content === 'string' ? strToU8(content) : content);
  }
  zip.end();
  if (failure !== null) throw failure;
  return new Blob(parts, { type: 'application/zip' });
}

async function pushAll(entry: ZipDeflate | ZipPassThrough, bytes: Uint8Array): Promise<void> {
  for (let start = 0; start < bytes.length - STRETCH; start += STRETCH) {
    entry.push(bytes.subarray(start, start + STRETCH));
    await new Promise((resolve) => setTimeout(resolve));
  }
  const rest = Math.max(0, Math.ceil(bytes.length / STRETCH) - 1) * STRETCH;
  entry.push(bytes.subarray(rest), true);
}
