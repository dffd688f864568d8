import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { chooseEncoding } from '../../../scripts/lib/compress.mjs';
import { serve } from '../../../scripts/lib/listen.mjs';
import { parsePort } from '../../../scripts/lib/port.mjs';

const SCRIPT = 'console.log("inline")';
const LARGE = 'shape '.repeat(1000);

let parent;
let folder;
let served;

const get = (pathname, headers = {}) => fetch(served.url + pathname, { headers });

beforeAll(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'shapeflow-serve-'));
  folder = path.join(parent, 'out');
  await mkdir(path.join(folder, '_next/static'), { recursive: true });
  await writeFile(path.join(folder, 'index.html'), `<script src="/a.js"></script><script id="x">${SCRIPT}</script>`);
  await writeFile(path.join(folder, '404.html'), 'nowhere');
  await writeFile(path.join(folder, 'page.html'), 'page');
  await writeFile(path.join(folder, 'digits.bin'), Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  await writeFile(path.join(folder, 'empty.txt'), '');
  await writeFile(path.join(folder, '_next/static/large.js'), LARGE);
  await writeFile(path.join(parent, 'secret.txt'), 'secret');
  await writeFile(path.join(folder, '.hidden'), 'hidden');
  await symlink(path.join(parent, 'secret.txt'), path.join(folder, 'link.txt'));
  served = await serve(folder);
});

afterAll(async () => {
  await served.close();
  await rm(parent, { recursive: true });
});

describe('the static server', () => {
  test('allows an inline script of the page by its hash and no other', async () => {
    const policy = (await get('/')).headers.get('content-security-policy');
    const hash = createHash('sha256').update(SCRIPT).digest('base64');
    expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}';`);
  });

  test.each(['/', '/digits.bin', '/no-such-file', '/_next/static/large.js'])('protects %s', async (pathname) => {
    const { headers } = await get(pathname);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('finds a page without its ending', async () => {
    expect(await (await get('/page')).text()).toBe('page');
  });

  test('answers an unknown path with the 404 page and its status', async () => {
    const response = await get('/no-such-file');
    expect([response.status, await response.text()]).toEqual([404, 'nowhere']);
  });

  test.each(['/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%5c..%5csecret.txt', '/link.txt', '/.hidden', '/%zz', '/%00'])(
    'does not serve %s',
    async (pathname) => {
      expect((await get(pathname)).status).toBe(404);
    },
  );

  test.each([
    ['bytes=2-4', [2, 3, 4]],
    ['bytes=7-', [7, 8, 9]],
    ['bytes=-2', [8, 9]],
    ['bytes=8-100', [8, 9]],
  ])('sends the range %s', async (range, bytes) => {
    const response = await get('/digits.bin', { range });
    expect(response.status).toBe(206);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual(bytes);
  });

  test('refuses a range that lies outside the file', async () => {
    const response = await get('/digits.bin', { range: 'bytes=10-' });
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */10']);
  });

  test('sends the whole file when the range is of another version', async () => {
    const response = await get('/digits.bin', { range: 'bytes=2-4', 'if-range': '"older"' });
    expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, 10]);
  });

  test.each(['gzip', 'br'])('compresses with %s when asked', async (encoding) => {
    const response = await get('/_next/static/large.js', { 'accept-encoding': encoding });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(Number(response.headers.get('content-length'))).toBeLessThan(LARGE.length / 10);
    expect(await response.text()).toBe(LARGE);
  });

  test('says that a file has not changed, per encoding', async () => {
    const first = await get('/_next/static/large.js', { 'accept-encoding': 'br' });
    const tag = first.headers.get('etag');
    const same = await get('/_next/static/large.js', { 'accept-encoding': 'br', 'if-none-match': tag });
    const other = await get('/_next/static/large.js', { 'accept-encoding': 'identity', 'if-none-match': tag });
    expect([same.status, other.status]).toEqual([304, 200]);
  });

  test('lets only hashed names be kept for ever', async () => {
    expect((await get('/_next/static/large.js')).headers.get('cache-control')).toContain('immutable');
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
  });

  test('answers HEAD with the headers alone, and serves an empty file', async () => {
    const head = await fetch(`${served.url}/digits.bin`, { method: 'HEAD' });
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['10', '']);
    expect(await (await get('/empty.txt')).text()).toBe('');
  });

  test('accepts no other method', async () => {
    expect((await fetch(served.url, { method: 'POST' })).status).toBe(405);
  });

  test('takes the next port when one is taken, and says so', async () => {
    const taken = [];
    const second = await serve(folder, { port: served.port, onTaken: (port) => taken.push(port) });
    expect(taken[0]).toBe(served.port);
    expect(second.port).toBeGreaterThan(served.port);
    expect((await fetch(second.url)).status).toBe(200);
    await second.close();
  });
});

describe('chooseEncoding', () => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
    [undefined, undefined],
  ])('of "%s" is %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });
});

describe('parsePort', () => {
  test('takes the fallback for no text and refuses what is no port', () => {
    expect([parsePort(undefined, 3000), parsePort('', 3000), parsePort('8080', 3000)]).toEqual([3000, 3000, 8080]);
    for (const text of ['web', '70000', '-1', '1.5']) expect(() => parsePort(text, 3000)).toThrow('PORT must be');
  });
});
