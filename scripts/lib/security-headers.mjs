import { createHash } from 'node:crypto';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

function inlineScriptHashes(html) {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(
    ([, text]) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`,
  );
  return [...new Set(hashes)];
}

function contentSecurityPolicy(scriptHashes) {
  return [
    "default-src 'none'",
    // WebAssembly runs the training kernels; nothing else may turn text into code.
    ["script-src 'self' 'wasm-unsafe-eval'", ...scriptHashes].join(' '),
    "worker-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    // A video that a person gives to a network to look at; it stays on the page.
    'media-src blob:',
    "font-src 'self' data:",
    // React Flow and Monaco place things with style attributes and style elements.
    "style-src 'self' 'unsafe-inline'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/**
 * The headers of every response, workers' scripts included: a worker obeys the policy of its own response, not the page's.
 * `html` is the page's text, whose inline scripts are allowed one by one, by their hashes. No COOP/COEP: they bring
 * nothing here (no threads) and break the threaded wasm loader of TensorFlow.js in a minified build.
 */
export function securityHeaders(html = '') {
  return {
    'Content-Security-Policy': contentSecurityPolicy(inlineScriptHashes(html)),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  };
}
