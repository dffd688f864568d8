import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyze } from '@/lib/analysis/analyze';
import { SEVERITIES } from '@/lib/analysis/report';
import { LOCALES } from '@/lib/core/locale';
import type { ProblemCode, ProblemValues } from '@/lib/core/problem';
import { layerWords } from '@/lib/layers/layer-words';
import { describeFix, describeProblem, diagnosticMessages } from '@/lib/messages/diagnostics';
import { describeFileProblem, describeFileWarning } from '@/lib/messages/files';
import { randomDocument } from '../document/random-document';

const CODES = Object.keys(SEVERITIES) as readonly ProblemCode[];
const documentation = readFileSync('docs/diagnostics.md', 'utf8');

/** Numbers that are easy to find again in a sentence. */
const VALUES: { readonly [C in ProblemCode]: Readonly<ProblemValues[C]> } = {
  'shape/window-too-large': { axis: 'height', window: 41, input: 27, padding: 3 },
  'shape/rank-unsupported': { expected: [1, 3], got: [41, 27] },
  'shape/needs-vector': { got: [41, 27, 3] },
  'shape/add-unequal': { shapes: [[41], [27]] },
  'shape/concatenate-unequal': {
    shapes: [
      [41, 27, 3],
      [5, 6, 7],
    ],
  },
  'shape/merge-unequal': {
    shapes: [
      [28, 28, 8],
      [28, 28, 1],
    ],
  },
  'shape/multiply-unequal': {
    shapes: [
      [8, 8, 6],
      [8, 8, 3],
    ],
  },
  'shape/permute-axes': { order: [2, 1, 3], rank: 2 },
  'shape/reshape-mismatch': { from: [28, 28, 1], to: [28, 14], elements: 784 },
  'shape/slice-outside': { start: 1, count: 3, channels: 3 },
  'shape/attention-unequal': { value: [41, 8], key: [27, 8] },
  'browser/gru-reset-after': {},
  'layer/unknown-class': { className: 'CapsuleLayer' },
  'param/not-text': { length: 41, most: 27 },
  'shape/parts-do-not-divide': { parts: 2, channels: 3 },
  'shape/groups-do-not-divide': { groups: 41, channels: 27, what: 'input' },
  'shape/too-large': { elements: 41, most: 27 },
  'param/not-integer': { value: 4.1, part: 'height' },
  'param/not-odd': { value: 4 },
  'param/not-a-number': { value: 'abc', part: 2 },
  'param/out-of-range': { value: 41, min: 2, max: 27 },
  'param/unknown-option': { value: 'abc', options: ['same', 'valid'] },
  'param/stride-with-dilation': { stride: 41, dilation: 27 },
  'topology/cycle': { layers: ['conv2d_1', 'relu_2'] },
  'topology/missing-input': {},
  'topology/too-few-inputs': { got: 1, least: 2 },
  'topology/extra-input': { got: 41, most: 27 },
  'topology/unreachable': {},
  'topology/no-input-layer': {},
  'topology/several-inputs': { count: 41 },
  'topology/several-outputs': { layers: ['conv2d_1', 'relu_2'] },
  'topology/unused-output': {},
  'block/no-output': { block: 'Residual block' },
  'block/repeat-needs-one-input': { inputs: 27, repeat: 41 },
  'block/too-many-layers': { most: 41 },
  'task/input-shape': { expected: [41, 27, 3], got: [5, 6, 7], dataset: 'MNIST' },
  'task/output-units': { expected: 41, got: 27, dataset: 'MNIST' },
  'task/output-not-vector': { got: [41, 27, 3], dataset: 'MNIST' },
  'task/several-outputs': { count: 2, dataset: 'MNIST' },
  'task/output-shape': { expected: [41, 27, 3], got: [5, 6, 7], target: 'depth' },
  'task/unknown-target': { target: 'breed', dataset: 'MNIST' },
  'task/loss-target': { areLabels: true, target: 'weight' },
  'task/hinge-with-mixup': {},
  'task/softmax-in-middle': {},
  'task/no-softmax': {},
  'design/empty': {},
  'design/linear-stack': { first: 'conv2d_1', second: 'conv2d_2', what: 'convolution', kernel: [5, 4], stride: [2, 3] },
  'design/no-activation': { first: 'conv2d_1', second: 'conv2d_2' },
  'design/saturating-stack': { count: 4, factor: 0.0041 },
  'design/large-kernel': { kernel: [5, 5], stack: 2, params: 41, stackParams: 27, macs: 63 },
  'design/heavy-dense': { params: 41, total: 97 },
  'design/dropout-before-batch-norm': { layer: 'batch_norm_1' },
  'design/bias-before-batch-norm': { count: 41, params: 27 },
  'design/stride-over-kernel': { stride: [2, 4], kernel: [1, 3] },
  'design/small-field': { field: [9, 11], image: [28, 30] },
  'design/whole-field': { count: 3, field: [63, 65], image: [28, 30] },
  'design/kernel-over-image': { kernel: [99, 97], image: [28, 30] },
  'design/dropped-edge': { rows: 2, columns: 4, image: [11, 13] },
};

function describeCode(code: ProblemCode, locale: (typeof LOCALES)[number]): string {
  return describeProblem({ code, values: VALUES[code] } as Parameters<typeof describeProblem>[0], locale);
}

/** Every number and word of a problem's values, but for names of axes, which are translated. */
function details(value: unknown): readonly string[] {
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(details);
  return typeof value === 'string' && value.length > 2 ? [value] : [];
}

describe.each(LOCALES)('messages in %s', (locale) => {
  it.each(CODES)('%s is one sentence with a cure and all of its numbers', (code) => {
    const message = describeCode(code, locale);
    expect(message).toMatch(/^\S.*[;,].*\S\.$/);
    expect(message).not.toMatch(/undefined|NaN|\[object/);
    const { axis: _axis, what: _what, part: _part, expected, ...values } = VALUES[code] as Record<string, unknown>;
    const numbers = code === 'shape/rank-unsupported' ? values : { ...values, expected };
    for (const detail of Object.values(numbers).flatMap(details)) {
      expect(message.replaceAll(',', '.')).toContain(detail);
    }
  });

  it('describes whatever any design leads to', () => {
    const words = layerWords(locale);
    fc.assert(
      fc.property(randomDocument, (document) => {
        for (const diagnostic of analyze(document, null).diagnostics) {
          const texts = [
            describeProblem(diagnostic, locale),
            ...diagnostic.fixes.map(({ label }) => describeFix(label, locale, words)),
          ];
          for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\[object|^$/);
        }
      }),
    );
  });

  it('describes files that cannot be opened, and what was mended in those that can', () => {
    expect(describeFileProblem({ code: 'file/newer-format', values: { version: 9, newest: 1 } }, locale)).toMatch(
      /9.*1/,
    );
    const warning = { code: 'file/unknown-layer', values: { layer: 'warp_1', type: 'warp' } } as const;
    expect(describeFileWarning(warning, locale)).toMatch(/warp_1.*warp/);
  });
});

describe('the languages', () => {
  it.each(CODES)('%s is translated, not copied', (code) => {
    expect(describeCode(code, 'vi')).not.toBe(describeCode(code, 'en'));
    expect(describeCode(code, 'vi')).toMatch(/[ăâđêôơưạảấầậắằặẹẻếềệịọỏốồộớờợụủứừựỳ]/);
  });

  it('name layers and fields in their own words', () => {
    const label = { kind: 'set-param', type: 'conv2d', param: 'kernelSize', value: '3 × 3' } as const;
    expect(describeFix(label, 'en', layerWords('en'))).toBe('Set kernel to 3 × 3');
    expect(describeFix(label, 'vi', layerWords('vi'))).toBe('Đặt kích thước nhân thành 3 × 3');
  });

  it('have a word for every kind of mend', () => {
    expect(Object.keys(diagnosticMessages.vi.fixes).sort()).toEqual(Object.keys(diagnosticMessages.en.fixes).sort());
  });
});

describe('docs/diagnostics.md', () => {
  it.each(CODES)('has %s with its severity and its cure', (code) => {
    const section = documentation.split('\n### ').find((part) => part.startsWith(`\`${code}\``));
    expect(section).toBeDefined();
    expect(section).toContain(`(${SEVERITIES[code]})`);
    expect(section).toContain('**Cure:**');
  });

  it('has no code that is not there any more', () => {
    const documented = [...documentation.matchAll(/^### `([^`]+)`/gm)].map(([, code]) => code);
    expect(documented.sort()).toEqual([...CODES].sort());
  });

  it.each([
    'file/empty',
    'file/not-json',
    'file/not-ours',
    'file/newer-format',
    'file/newer-layer',
    'file/too-many-layers',
    'file/too-many-edges',
    'file/unknown-layer',
    'file/broken-layer',
    'file/renamed-layer',
    'file/bad-param',
    'file/unknown-param',
    'file/bad-edge',
    'file/missing-block',
    'file/block-in-itself',
    'file/unused-block',
    'file/lost-layer',
    'file/bad-part',
    'file/cleaned-name',
    'file/placed-layers',
    'file/more-warnings',
  ])('has %s', (code) => {
    expect(documentation).toContain(`\`${code}\``);
  });
});
