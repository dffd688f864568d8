import { comparisonCsv } from '@/lib/analysis/compare/report/csv';
import { comparisonMarkdown } from '@/lib/analysis/compare/report/markdown';
import { ratioSentences, totalLines } from '@/lib/analysis/compare/report/totals-table';
import { buildAlexnet } from '@/lib/document/templates/alexnet';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { buildVgg } from '@/lib/document/templates/vgg';
import { compareMessages } from '@/lib/messages/compare';
import { change } from '../designs';
import { compared } from './subjects';

const EN = { words: compareMessages.en, locale: 'en' } as const;
const imagenet = compared([buildAlexnet(), buildVgg('VGG-16')]);
const lenet = buildLenet5();

describe('ratios as sentences', () => {
  it('say how many times the parameters and the MACs, in both languages', () => {
    expect(ratioSentences(imagenet, compareMessages.en)).toEqual([
      'VGG-16 has 2.27 × AlexNet’s parameters and 21 × its MACs.',
    ]);
    expect(ratioSentences(imagenet, compareMessages.vi)).toEqual([
      'VGG-16 có số tham số gấp 2,27 lần AlexNet và số phép nhân-cộng gấp 21 lần AlexNet.',
    ]);
  });

  it('say it for a smaller design and for an equal one', () => {
    const [smaller] = ratioSentences(compared([buildVgg('VGG-16'), buildAlexnet()]), compareMessages.en);
    expect(smaller).toBe('AlexNet has 0.44 × VGG-16’s parameters and 0.047 × its MACs.');
    const [equal] = ratioSentences(compared([lenet, lenet]), compareMessages.en);
    expect(equal).toBe('LeNet-5 (2) has as many parameters as LeNet-5 and as many MACs.');
  });

  it('claim nothing while faults stand', () => {
    const broken = change(lenet, { kind: 'set-param', node: 'conv2d_2', param: 'kernelSize', value: [40, 40] });
    const comparison = compared([lenet, broken]);
    expect(ratioSentences(comparison, compareMessages.en)[0]).toContain('not known while faults stand');
    const training = totalLines(comparison, compareMessages.en).find(({ figure }) => figure === 'training');
    expect(training?.cells[1]).toEqual({ value: 'unknown', delta: null, ratio: null });
  });
});

describe('the Markdown page', () => {
  const page = comparisonMarkdown(imagenet, EN);

  it('holds ratios, totals, layers and how it is counted', () => {
    expect(page).toMatch(/^# Comparison: AlexNet, VGG-16\n/);
    expect(page).toContain('- VGG-16 has 2.27 × AlexNet’s parameters and 21 × its MACs.');
    expect(page).toContain('| Parameters | 60,965,224 | 138,357,544 (+77,392,320, × 2.27) |');
    expect(page).toContain('| MACs per sample | 724,406,816 | 15,470,264,320 (+14,745,857,504, × 21) |');
    expect(page).toContain('Parameters 102,764,544 (+65,011,712)');
    expect(page).toContain('## How it is counted');
  });

  it('has as many cells in every line of a table as in its head', () => {
    const tables = page.split('\n').filter((line) => line.startsWith('|'));
    expect(new Set(tables.map((line) => line.replaceAll('\\|', '').split('|').length))).toEqual(new Set([5, 6]));
  });

  it('disarms names that Markdown would take for its own signs', () => {
    const named = change(lenet, { kind: 'set-title', node: 'conv2d_1', title: 'a | b <img> *c*' });
    expect(comparisonMarkdown(compared([lenet, named]), EN)).toContain('a \\| b \\<img\\> \\*c\\*');
  });
});

describe('the CSV file', () => {
  const lines = comparisonCsv(imagenet, EN).split('\r\n');

  it('gives plain numbers, the totals first and then one line per layer', () => {
    expect(lines.slice(0, 3)).toEqual(['Figure,AlexNet,VGG-16', 'Layers,23,41', 'Parameters,60965224,138357544']);
    const layers = lines.slice(lines.findIndex((line) => line.startsWith('Row,')) + 1).filter((line) => line !== '');
    expect(layers).toHaveLength(23 + 41);
    expect(layers.find((line) => line.includes('VGG-16,dense_1'))).toMatch(/,102764544,102760448,16384,/);
  });

  it('disarms what a spreadsheet would run', () => {
    const named = change(lenet, { kind: 'set-title', node: 'conv2d_1', title: '=1+1' });
    expect(comparisonCsv(compared([lenet, named]), EN)).toContain(",'=1+1,");
  });
});
