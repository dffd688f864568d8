import { unzipSync, type UnzipFileInfo } from 'fflate';
import type { FileProblem } from '@/lib/core/file-problem';
import { fail, succeed, type Result } from '@/lib/core/result';
import { MOST_UNPACKED_BYTES, MOST_ZIP_ENTRIES, MOST_ZIP_RATIO } from '@/lib/interop/limits';

/** Below this a high ratio is nothing to fear: a small JSON of many like layers shrinks a lot. */
const SMALL = 2 ** 20;

/**
 * The entries of a zip file by name, but for folders. What an entry says it unpacks to is all the room it is given, so
 * that one that lies does no harm.
 */
export function unzip(bytes: Uint8Array): Result<ReadonlyMap<string, Uint8Array>, FileProblem> {
  let [total, count, isBomb] = [0, 0, false];
  const isWanted = ({ name, size, originalSize, compression }: UnzipFileInfo): boolean => {
    total += originalSize;
    count += 1;
    const ratio = compression === 0 ? 1 : originalSize / Math.max(size, 1);
    if (originalSize > SMALL && ratio > MOST_ZIP_RATIO) isBomb = true;
    if (total > MOST_UNPACKED_BYTES || count > MOST_ZIP_ENTRIES) isBomb = true;
    // A stored entry that claims other than its size would be read past its end.
    if (compression === 0 && originalSize !== size) isBomb = true;
    return !isBomb && !name.endsWith('/');
  };
  try {
    // Once for the sizes, before anything is unpacked.
    unzipSync(bytes, { filter: (info) => isWanted(info) && false });
    if (isBomb) return fail({ code: 'file/too-packed', values: {} });
    return succeed(new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') }))));
  } catch {
    return fail({ code: 'file/damaged', values: { part: 'zip' } });
  }
}
