import { strFromU8, unzipSync } from 'fflate';
import { zipFiles } from '@/lib/platform/zip-files';

const MODIFIED = new Date(2026, 0, 2);

async function unzipped(files: Parameters<typeof zipFiles>[0]) {
  const blob = await zipFiles(files, MODIFIED);
  return unzipSync(new Uint8Array(await blob.arrayBuffer()));
}

describe('zipFiles', () => {
  it('packs texts and folders so that they unpack the same', async () => {
    const files = await unzipped([
      { path: 'README.md', content: 'xin chào' },
      { path: 'src/model.ts', content: 'export {};\n' },
    ]);
    expect(Object.keys(files)).toEqual(['README.md', 'src/model.ts']);
    expect(strFromU8(files['README.md'] ?? new Uint8Array())).toBe('xin chào');
  });

  it.each([0, 1, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, 3 * 2 ** 20])('packs %d bytes without loss', async (size) => {
    const content = Uint8Array.from({ length: size }, (_, index) => (index * 31) % 251);
    const files = await unzipped([{ path: 'weights/weights.bin', content }]);
    expect(Buffer.compare(files['weights/weights.bin'] ?? new Uint8Array(), content)).toBe(0);
  });
});
