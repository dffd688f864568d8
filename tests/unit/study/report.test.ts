/** @jest-environment jsdom */
import { reportBlocks } from '@/components/study/report-content';
import { LOCALES } from '@/lib/core/locale';
import { documentFile } from '@/lib/document/save';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { reportHtml, reportMarkdown } from '@/lib/runs/study/report/write-report';
import type { Study } from '@/lib/runs/study/study';
import '../../load-messages';
import { makeStudy, resultOf, withResults } from '../runs/study/make-study';

const FACTS = { locale: 'en', versions: { shapeflow: '1.2.3', tensorflow: '4.5.6' } } as const;

/** Three seeds that differ: losses 1, 3 and 2 for a, 5, 7 and 6 for b. */
function doneStudy(): Study {
  const study = withResults(makeStudy(['a', 'b <i>'], { seeds: [1, 2, 3] }), {
    a: resultOf([2, 1]),
    'b <i>': resultOf([6, 5]),
  });
  const others: Readonly<Record<number, readonly (readonly number[])[]>> = {
    2: [
      [4, 3],
      [8, 7],
    ],
    3: [
      [3, 2],
      [7, 6],
    ],
  };
  const jobs = study.jobs.map((job) => {
    const losses = others[job.seed]?.[job.variant === 'a' ? 0 : 1];
    return losses === undefined ? job : { ...job, result: resultOf(losses) };
  });
  return { ...study, jobs };
}

function page(study: Study): Document {
  return new DOMParser().parseFromString(reportHtml(reportBlocks(study, FACTS), 'en'), 'text/html');
}

function cells(table: Element | undefined): readonly (readonly string[])[] {
  return [...(table?.querySelectorAll('tr') ?? [])].map((row) =>
    [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent ?? ''),
  );
}

test('the table has means and deviations of the sample over the seeds, worked out by hand', () => {
  const table = [...page(doneStudy()).querySelectorAll('table')].find(({ textContent }) =>
    textContent?.includes('Validation loss'),
  );
  const [head = [], first = [], second = []] = cells(table);
  const at = head.indexOf('Validation loss');
  // Of 1, 3 and 2: mean 2, deviation 1; of 5, 7 and 6: mean 6.
  expect([first[0], first[1], first[at]]).toEqual(['a', '3', '2.0000 ± 1.0000']);
  expect([second[0], second[at]]).toEqual(['b <i>', '6.0000 ± 1.0000']);
});

test('the order says that ranges do not overlap only where they do not', () => {
  const apart = page(doneStudy()).body.textContent ?? '';
  expect(apart).toContain('The measured ranges of a and b <i> do not overlap.');
  expect(apart).toContain('No test of significance was made.');
  const close = withResults(makeStudy(['a', 'b'], { seeds: [1, 2, 3] }), { a: resultOf([2]), b: resultOf([2]) });
  expect(page(close).body.textContent).toContain('The measured ranges of a and b overlap.');
});

test('with fewer than three runs it says that the order may be chance, and nothing of ranges', () => {
  const single = withResults(makeStudy(['a', 'b'], { seeds: [1] }), { a: resultOf([2]), b: resultOf([3]) });
  const words = page(single).body.textContent ?? '';
  expect(words).toContain('Fewer than three runs of a variant say little');
  expect(words).not.toContain('overlap');
});

test('each figure has a line and a mark for every epoch of every variant, and a band over its seeds', () => {
  const [figure] = page(doneStudy()).querySelectorAll('figure svg');
  const paths = [...(figure?.querySelectorAll('path') ?? [])];
  const lines = paths.filter(
    (path) => path.getAttribute('stroke-width') === '2' && path.getAttribute('d')?.includes('L'),
  );
  expect(lines).toHaveLength(2);
  expect(paths.filter((path) => path.hasAttribute('fill-opacity'))).toHaveLength(2);
  const names = [...(figure?.querySelectorAll('text') ?? [])].map(({ textContent }) => textContent);
  expect(names).toEqual(expect.arrayContaining(['a', 'b <i>', 'Epoch']));
});

test('a web page fetches nothing, runs nothing, and takes no name for markup', () => {
  const shown = page({ ...doneStudy(), name: '<script>alert(1)</script>' });
  expect(shown.querySelectorAll('script, link, img, iframe')).toHaveLength(0);
  expect(shown.querySelectorAll('i')).toHaveLength(0);
  expect(shown.querySelector('h1')?.textContent).toBe('<script>alert(1)</script>');
});

test('it says what was run and on what: seeds, data, settings, backend, machine, versions', () => {
  const words = page(doneStudy()).body.textContent ?? '';
  for (const fact of [
    'Seeds: 1, 2, 3.',
    'MNIST: 540 training, 60 validation and 100 test',
    'Adam',
    'wasm',
    '2 processor cores',
    'Shapeflow 1.2.3, TensorFlow.js 4.5.6',
  ])
    expect(words).toContain(fact);
});

test('a variant that was left out is there with its reason, one that failed with why', () => {
  const study = makeStudy(['a', 'b'], { seeds: [1] });
  const [a, b] = study.variants;
  if (a === undefined || b === undefined) throw new Error('no variants');
  const leftOut = { ...b, plan: { kind: 'left-out', reason: { kind: 'limited' } } as const };
  const failed = study.jobs.map((job) => ({ ...job, status: 'failed' as const, failure: 'no memory' }));
  const words = page({ ...study, variants: [a, leftOut], jobs: failed }).body.textContent ?? '';
  expect(words).toContain('Not run: it cannot be trained in the browser');
  expect(words).toContain('Failed: no memory');
});

test.each(LOCALES)('Markdown in %s has whole tables, and its figures are SVGs that parse', (locale) => {
  const markdown = reportMarkdown(reportBlocks(doneStudy(), { ...FACTS, locale }));
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
  const columns = rows.map((row) => row.replaceAll('\\|', '').split('|').length);
  expect(rows.length).toBeGreaterThan(10);
  for (const [at, row] of rows.entries()) if (/^\| ---/.test(row)) expect(columns[at]).toBe(columns[at - 1]);
  const figures = [...markdown.matchAll(/\(data:image\/svg\+xml,([^)]*)\)/g)];
  expect(figures).toHaveLength(4);
  for (const [, encoded = ''] of figures) {
    const svg = new DOMParser().parseFromString(decodeURIComponent(encoded), 'image/svg+xml');
    expect(svg.querySelector('parsererror')).toBeNull();
  }
});

test('a search, which does not run its base, still says how many parameters the base has', () => {
  const study = makeStudy(['a']);
  const base = documentFile(buildLenet5());
  const markdown = reportMarkdown(reportBlocks({ ...study, base }, FACTS));
  // LeCun et al. 1998, with a dense C5 and trainable pooling left out: 156 + 2,416 + 48,120 + 10,164 + 850.
  expect(markdown).toContain('61,706 parameters.');
});

test('of a halving it says after which epochs variants were dropped, and nothing where none could be', () => {
  const markdown = (rungs: readonly number[]) =>
    reportMarkdown(reportBlocks({ ...makeStudy(['a']), halving: { eta: 3, rungs } }, FACTS));
  expect(markdown([1, 3, 9])).toContain('after epochs 1, 3 the best one in 3 went on');
  expect(markdown([2])).not.toContain('halving');
});

test('the order is a counted list in both forms', () => {
  const blocks = reportBlocks(doneStudy(), FACTS);
  expect(reportMarkdown(blocks)).toMatch(/^1\. a: .*\n2\. b/m);
  expect([...page(doneStudy()).querySelectorAll('ol > li')]).toHaveLength(2);
});
