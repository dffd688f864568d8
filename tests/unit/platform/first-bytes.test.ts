import { gzipSync } from 'node:zlib';
import { fetchFirstBytes } from '@/lib/platform/first-bytes';

const content = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
const served =
  (body: Uint8Array<ArrayBuffer> | null, status = 200) =>
  () =>
    Promise.resolve(new Response(body, { status }));
const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

describe('fetchFirstBytes', () => {
  it.each([
    ['as it is', copy(content)],
    ['zipped', copy(gzipSync(content))],
  ])('gives the first bytes of a file that is served %s', async (_, body) => {
    expect(await fetchFirstBytes('a', 1000, served(body))).toEqual(content.subarray(0, 1000));
  });

  it('gives null for a file that is shorter, missing, broken or out of reach', async () => {
    expect(await fetchFirstBytes('a', 1000, served(copy(content.subarray(0, 999))))).toBeNull();
    expect(await fetchFirstBytes('a', 10, served(copy(content), 404))).toBeNull();
    expect(await fetchFirstBytes('a', 1000, served(Uint8Array.from([0x1f, 0x8b, 1, 2, 3])))).toBeNull();
    expect(await fetchFirstBytes('a', 10, () => Promise.reject(new Error('offline')))).toBeNull();
  });
});
