import fc from 'fast-check';
import { analyze } from '@/lib/analysis/analyze';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import { datasetTask } from '@/lib/datasets/dataset-task';
import { applyCommand } from '@/lib/document/apply-command';
import { addChain, createBuilder } from '@/lib/document/templates/build-chain';
import { randomDocument } from '@/tests/unit/document/random-document';

const task = datasetTask('mnist');

function report({ code, place }: Diagnostic): string {
  return `${code} ${JSON.stringify(place)}`;
}

function errorsIn(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

describe('every mend, of any design', () => {
  it('changes the design and is not offered again', () => {
    fc.assert(
      fc.property(randomDocument, (document) => {
        for (const diagnostic of analyze(document, task).diagnostics) {
          for (const { command } of diagnostic.fixes) {
            const mended = applyCommand(document, command);
            expect(mended).not.toBe(document);
            expect(analyze(mended, task).diagnostics.map(report)).not.toContain(report(diagnostic));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('removes only what leads to an unused end alone', () => {
    fc.assert(
      fc.property(randomDocument, (document) => {
        const { diagnostics } = analyze(document, task);
        for (const { code, fixes } of diagnostics) {
          if (code !== 'topology/unused-output') continue;
          for (const { command } of fixes.filter(({ label }) => label.kind === 'remove-branch')) {
            const mended = analyze(applyCommand(document, command), task);
            expect(errorsIn(mended.diagnostics)).toBeLessThanOrEqual(errorsIn(diagnostics));
          }
        }
      }),
    );
  });
});

describe('two unused ends that share a layer', () => {
  it('can be removed one by one, the shared layer with the last of them', () => {
    const builder = createBuilder('Ends');
    const start = addChain(builder, [['input', { shape: [28, 28, 1] }]]);
    const shared = addChain(builder, [['conv2d']], start);
    builder.add('relu', {}, shared);
    builder.add('tanh', {}, shared);
    addChain(builder, [['flatten'], ['dense', { units: 10 }], ['softmax']], start);
    const unused = (document: ReturnType<typeof builder.build>) =>
      analyze(document, task).diagnostics.filter(({ code }) => code === 'topology/unused-output');
    const before = builder.build();
    const [first] = unused(before).flatMap(({ fixes }) => fixes);
    if (first === undefined) throw new Error('the mend is missing');
    const between = applyCommand(before, first.command);
    expect(Object.keys(between.nodes)).toContain('conv2d_1');
    const [second] = unused(between).flatMap(({ fixes }) => fixes);
    if (second === undefined) throw new Error('the second mend is missing');
    expect(Object.keys(applyCommand(between, second.command).nodes)).toEqual([
      'input_1',
      'flatten_1',
      'dense_1',
      'softmax_1',
    ]);
  });
});

describe('a classifier that ends in a sequence', () => {
  it('is given one value per class for the whole of it', () => {
    const builder = createBuilder('Sequence');
    addChain(builder, [['input', { shape: [28, 28, 1] }], ['flatten'], ['embedding'], ['relu']]);
    const before = builder.build();
    const [fix] = analyze(before, task).diagnostics.flatMap(({ code, fixes }) =>
      code === 'task/output-not-vector' ? fixes : [],
    );
    if (fix === undefined) throw new Error('the mend is missing');
    const codes = analyze(applyCommand(before, fix.command), task).diagnostics.map(({ code }) => code);
    expect(codes).not.toContain('task/output-not-vector');
  });
});

describe('a view that is widened before a pooling', () => {
  it('is counted in the steps of the kernel that is widened', () => {
    const builder = createBuilder('Views');
    const same = { padding: 'same', filters: 4 } as const;
    addChain(builder, [['input', { shape: [64, 64, 3] }], ['conv2d', same], ['relu'], ['max_pool2d']]);
    addChain(builder, [['global_avg_pool2d'], ['dense', { units: 10 }], ['softmax']], 'max_pool2d_1');
    const before = builder.build();
    const [small] = analyze(before, null).diagnostics;
    expect(small).toMatchObject({ code: 'design/small-field', values: { field: [4, 4], image: [64, 64] } });
    const [fix] = small?.fixes ?? [];
    // Half of 64 is 28 more than 4: 14 more steps on either side of the middle.
    expect(fix?.command).toMatchObject({ kind: 'set-param', param: 'dilation', value: [15, 15] });
    const after = analyze(fix === undefined ? before : applyCommand(before, fix.command), null);
    expect(after.diagnostics).toEqual([]);
  });
});
