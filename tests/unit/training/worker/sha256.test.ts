import { createHash } from 'node:crypto';
import { sha256Hex, sha256InPlainCode } from '@/lib/training/worker/sha256';

const expected = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

// Around the lengths where the padding needs another block.
it.each([0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000])('hashes %i bytes as FIPS 180-4 says', async (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 37) % 256);
  expect(Buffer.from(sha256InPlainCode(bytes)).toString('hex')).toBe(expected(bytes));
  expect(await sha256Hex(bytes)).toBe(expected(bytes));
});
