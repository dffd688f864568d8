import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { chooseEncoding, createCompressor } from './compress.mjs';
import { securityHeaders } from './security-headers.mjs';
import { findFile, streamFile } from './static-files.mjs';

/** Next puts a hash of the content into these names, so they may be kept for ever; all else is asked for again. */
const IMMUTABLE = /^\/_next\/static\//;

function entityTag({ size, mtimeMs }, encoding) {
  const tail = encoding === undefined ? '' : `-${encoding}`;
  return `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}${tail}"`;
}

function matchesTag(header, tag) {
  if (header === undefined) return false;
  const tags = header.split(',').map((entry) => entry.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(tag);
}

/** One byte range of a Range header; undefined when there is none we honour, 'unsatisfiable' when it lies outside. */
function parseRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return undefined;
  const [, first, last] = match;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { start, end };
}

async function securityOf(found) {
  return securityHeaders(found.type.startsWith('text/html') ? await readFile(found.file, 'utf8') : '');
}

function send(response, status, headers, body = '') {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body);
}

function sendText(response, status, text, headers = {}) {
  send(response, status, { ...securityHeaders(), 'Content-Type': 'text/plain; charset=utf-8', ...headers }, text);
}

function plan(request, found, compressor) {
  const tag = entityTag(found);
  const ifRange = request.headers['if-range'];
  const range = ifRange === undefined || ifRange === tag ? parseRange(request.headers.range, found.size) : undefined;
  const accepted = chooseEncoding(request.headers['accept-encoding']);
  const encoding = range === undefined && compressor.isWorthwhile(found) ? accepted : undefined;
  return { range, encoding, tag: entityTag(found, encoding) };
}

async function sendFile({ request, response, found, status, compressor, pathname }) {
  const { range, encoding, tag } = plan(request, found, compressor);
  const headers = {
    ...(await securityOf(found)),
    'Content-Type': found.type,
    'Cache-Control': status === 200 && IMMUTABLE.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: tag,
    'Accept-Ranges': 'bytes',
    ...(found.isCompressible ? { Vary: 'Accept-Encoding' } : {}),
    ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
  };
  if (status === 200 && matchesTag(request.headers['if-none-match'], tag)) {
    response.writeHead(304, headers).end();
    return;
  }
  if (range === 'unsatisfiable') {
    sendText(response, 416, 'Range not satisfiable\n', { 'Content-Range': `bytes */${found.size}` });
    return;
  }
  const isHead = request.method === 'HEAD';
  if (encoding !== undefined) {
    const body = await compressor.compressed(found, encoding);
    response.writeHead(status, { ...headers, 'Content-Length': body.length }).end(isHead ? undefined : body);
    return;
  }
  const part = range ?? { start: 0, end: found.size - 1 };
  const partial = range === undefined ? {} : { 'Content-Range': `bytes ${part.start}-${part.end}/${found.size}` };
  const length = part.end - part.start + 1;
  response.writeHead(range === undefined ? status : 206, { ...headers, ...partial, 'Content-Length': length });
  if (isHead || length === 0) response.end();
  else await pipeline(await streamFile(found.file, part), response);
}

async function answer(request, response, { folder, compressor }) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    sendText(response, 405, 'Method not allowed\n', { Allow: 'GET, HEAD' });
    return;
  }
  const pathname = (request.url ?? '/').split(/[?#]/, 1)[0];
  const found = await findFile(folder, pathname);
  const missing = found === undefined ? await findFile(folder, '/404') : undefined;
  if (found === undefined && missing === undefined) sendText(response, 404, 'Not found\n');
  else {
    const status = found === undefined ? 404 : 200;
    await sendFile({ request, response, found: found ?? missing, status, compressor, pathname });
  }
}

/** An HTTP server (not listening yet) for an exported page, with the security headers on every response. */
export function createStaticServer(folder) {
  const context = { folder, compressor: createCompressor() };
  return createServer((request, response) => {
    answer(request, response, context).catch((error) => {
      if (response.headersSent) response.destroy();
      else if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') sendText(response, 500, 'Internal error\n');
    });
  });
}
