import { open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.gz': 'application/gzip',
  '.webmanifest': 'application/manifest+json',
};

const COMPRESSIBLE = /^(text\/|application\/(json|wasm|manifest)|image\/svg|font\/ttf)/;

/** The path of a request as segments; undefined when it is malformed, climbs, or names a hidden file. */
function safeSegments(pathname) {
  let decoded;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const segments = decoded.split('/').filter((segment) => segment !== '');
  const isSafe = segments.every((segment) => !segment.startsWith('.') && !/[\\:\0]/.test(segment));
  return isSafe ? segments : undefined;
}

async function fileInfo(root, file) {
  try {
    const real = await realpath(file);
    if (!real.startsWith(root + path.sep)) return undefined;
    const info = await stat(real);
    return info.isFile() ? { file: real, size: info.size, mtimeMs: info.mtimeMs } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The file a request path stands for inside `folder`, as the export names them: `/` is index.html, `/page` is page.html
 * or page/index.html. Undefined when there is none.
 */
export async function findFile(folder, pathname) {
  const segments = safeSegments(pathname);
  if (segments === undefined) return undefined;
  const root = await realpath(folder);
  const base = path.join(root, ...segments);
  const candidates = segments.length === 0 ? ['index.html'] : ['', '.html', '/index.html'];
  for (const ending of candidates) {
    const found = await fileInfo(root, segments.length === 0 ? path.join(base, ending) : base + ending);
    if (found === undefined) continue;
    const type = TYPES[path.extname(found.file).toLowerCase()] ?? 'application/octet-stream';
    return { ...found, type, isCompressible: COMPRESSIBLE.test(type) };
  }
  return undefined;
}

/** Bytes `start` to `end` (inclusive) of a file, as a stream. */
export async function streamFile(file, range) {
  const handle = await open(file);
  return handle.createReadStream(range);
}
