import { expect, test } from './fixtures';

function directives(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy.split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

test('the page allows only scripts of its own and names no other host', async ({ page }) => {
  const response = await page.goto('/');
  const policy = directives(response?.headers()['content-security-policy'] ?? '');
  const scripts = policy.get('script-src') ?? [];
  expect(scripts).toContain("'self'");
  expect(scripts).not.toContain("'unsafe-eval'");
  expect(scripts).not.toContain("'unsafe-inline'");
  for (const sources of policy.values()) {
    for (const source of sources) expect(source).toMatch(/^('[^']+'|data:|blob:)$/);
  }
});

test('every kind of response carries the security headers', async ({ request, page }) => {
  await page.goto('/');
  const script = await page.locator('script[src]').first().getAttribute('src');
  for (const address of ['/', script ?? '', '/wasm/tfjs-backend-wasm-simd.wasm', '/no-such-page']) {
    const headers = (await request.get(address)).headers();
    expect(headers['content-security-policy'], address).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options'], address).toBe('nosniff');
    expect(headers['referrer-policy'], address).toBe('no-referrer');
    expect(headers['x-frame-options'], address).toBe('DENY');
  }
});

test('text cannot become code on the page', async ({ page, faults }) => {
  await page.goto('/');
  const outcome = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.injected = "yes"';
    document.body.append(script);
    // The debugger lifts the ban while its own call runs, so the attempt is made after it.
    return new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          resolve(String(new Function('return "ran"')()));
        } catch (error) {
          resolve(error instanceof EvalError ? 'refused' : 'failed otherwise');
        }
      });
    });
  });
  expect(outcome).toBe('refused');
  await expect(page.locator('html')).not.toHaveAttribute('data-injected');
  const violations = faults.splice(0);
  expect(violations.length).toBeGreaterThan(0);
  for (const violation of violations) expect(violation).toContain('Content Security Policy');
});

test('a file outside the built page is never served', async ({ request }) => {
  for (const address of ['/%2e%2e/package.json', '/..%2fpackage.json', '/%5c..%5cpackage.json', '/.git/config']) {
    expect((await request.get(address)).status(), address).toBe(404);
  }
});

test('the page is reloaded from the cache when it has not changed', async ({ request }) => {
  const first = await request.get('/');
  const again = await request.get('/', { headers: { 'if-none-match': first.headers()['etag'] ?? '' } });
  expect(again.status()).toBe(304);
});

test('the page opens without an error, a policy violation or a request to another host', async ({ page, faults }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(page.getByRole('main')).toBeVisible();
  expect(faults).toEqual([]);
});

test('the policy lets nothing reach another host', async ({ page, faults }) => {
  await page.goto('/');
  const outcomes = await page.evaluate(async () => {
    const settled = (outcome: Promise<unknown>) => outcome.then(() => 'sent').catch(() => 'refused');
    const image = new Promise((resolve, reject) =>
      Object.assign(new Image(), { onload: resolve, onerror: reject, src: 'https://other.invalid/a.png' }),
    );
    return Promise.all([
      settled(fetch('https://other.invalid/a.json')),
      settled(image),
      settled(import('https://other.invalid/a.js' as string)),
    ]);
  });
  expect(outcomes).toEqual(['refused', 'refused', 'refused']);
  const directives = faults.splice(0).map((fault) => /"?(connect|img|script)-src/.exec(fault)?.[1]);
  expect(directives).toEqual(expect.arrayContaining(['connect', 'img', 'script']));
});
