import type { Totals } from '@/lib/analysis/analysis';
import { panelsEnglish } from '@/lib/messages/panels-english';
import { sortRows, type SummaryRow } from '@/components/summary/summary-rows';
import { summaryCsv, summaryMarkdown } from '@/components/summary/summary-text';

const words = panelsEnglish.summary;
const totals = { complete: true, params: 156, trainableParams: 156, macs: 117600 } as Totals;

function row(change: Partial<SummaryRow>): SummaryRow {
  return {
    id: 'conv2d_1',
    title: 'Conv2D',
    typeTitle: 'Conv2D',
    family: 'convolution',
    icon: 'convolution',
    output: [28, 28, 6],
    params: 156,
    share: 1,
    macs: 117600,
    receptiveField: { size: [5, 5], jump: [1, 1], start: [0.5, 0.5], global: false },
    ...change,
  };
}

describe('summaryMarkdown', () => {
  test('writes a header, a line per layer and the totals', () => {
    expect(summaryMarkdown({ rows: [row({})], totals, words })).toBe(
      [
        '| Layer | Type | Output shape | Parameters | MACs | Receptive field |',
        '| --- | --- | ---: | ---: | ---: | ---: |',
        '| Conv2D | Conv2D | 28 × 28 × 6 | 156 | 117600 | 5 × 5 |',
        '| Total |  |  | 156 | 117600 |  |',
        '',
      ].join('\n'),
    );
  });

  test('sums that leave layers out are not called the total', () => {
    const partial = { ...totals, complete: false };
    expect(summaryMarkdown({ rows: [row({})], totals: partial, words })).toContain('| Known so far |');
  });

  test('a bar in a title does not end the cell', () => {
    expect(summaryMarkdown({ rows: [row({ title: 'a|b' })], totals, words })).toContain('| a\\|b |');
  });
});

describe('summaryCsv', () => {
  test('quotes what needs it and ends lines as RFC 4180 says', () => {
    const text = summaryCsv({ rows: [row({ title: 'first, "big"', output: null })], totals, words });
    expect(text.split('\r\n')[1]).toBe('"first, ""big""",Conv2D,unknown,unknown,unknown,5 × 5');
  });

  test('a title that a spreadsheet would compute is disarmed', () => {
    expect(summaryCsv({ rows: [row({ title: '=1+1' })], totals, words })).toContain("'=1+1,");
  });
});

describe('sortRows', () => {
  const rows = [row({ id: 'a', params: 5 }), row({ id: 'b', params: 90 }), row({ id: 'c', params: 10 })];
  const ids = (sorted: readonly SummaryRow[]) => sorted.map(({ id }) => id).join('');

  test('sorts numbers as numbers', () => {
    expect(ids(sortRows(rows, { by: 'params', descending: true }, 'en'))).toBe('bca');
  });

  test('goes back to the order of computation', () => {
    expect(ids(sortRows(rows, { by: 'order', descending: false }, 'en'))).toBe('abc');
    expect(ids(sortRows(rows, { by: 'order', descending: true }, 'en'))).toBe('cba');
  });

  test('an unknown shape is smaller than any known one', () => {
    const mixed = [row({ id: 'a' }), row({ id: 'b', output: null })];
    expect(ids(sortRows(mixed, { by: 'output', descending: false }, 'en'))).toBe('ba');
  });
});
