import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyCommand } from '@/lib/document/apply-command';
import { addChain, createBuilder } from '@/lib/document/templates/build-chain';
import { nestedDesign, residualDesign } from '@/tests/unit/document/blocks/designs';
import { exportDesign, type ExportedDesign } from '@/tests/golden/exported-designs';
import { formatted } from '@/tests/golden/formatted';
import { randomBlocks } from '@/tests/golden/random-blocks';
import { compareExported } from '@/tests/golden/run-comparison';
import { typeErrors } from '@/tests/golden/type-check';

const RANDOM_GRAPHS = 12;

jest.setTimeout(300_000);

function usedTwice() {
  const design = residualDesign(1);
  return applyCommand(design, { kind: 'add-layer', type: 'block', params: { block: 'block_1' }, after: 'block_1' });
}

/** Flatten has nothing to do on a vector, so the second run of the block is lowered in another way than the first. */
function flattening() {
  const builder = createBuilder('flattening');
  const input = builder.add('input', { shape: [3, 4, 2] });
  const block = builder.block('Stage', (inside, from) => {
    const vector = inside.add('flatten', {}, from);
    return inside.add('relu', {}, inside.add('dense', { units: 6 }, vector));
  });
  const end = builder.use(block, { repeat: 3 }, input);
  addChain(builder, [['dense', { units: 3 }], ['softmax']], end);
  return builder.build();
}

describe('projects of designs with blocks', () => {
  let designs: readonly ExportedDesign[];

  beforeAll(() => {
    designs = [
      exportDesign('blocks-residual', residualDesign(3)),
      exportDesign('blocks-nested', nestedDesign()),
      exportDesign('blocks-used-twice', usedTwice()),
      exportDesign('blocks-flattening', flattening()),
      ...Array.from({ length: RANDOM_GRAPHS }, (_, seed) => exportDesign(`blocks-random-${seed}`, randomBlocks(seed))),
    ];
  });

  it('have a function per block in most of them', () => {
    const withFunctions = designs.filter(({ folder }) =>
      /^function \w+\(/m.test(readFileSync(path.join(folder, 'src/model.ts'), 'utf8')),
    );
    expect(withFunctions.length).toBeGreaterThan(designs.length / 2);
  });

  it('have one more function where a block is lowered in two ways', () => {
    const folder = designs.find(({ name }) => name === 'blocks-flattening')?.folder ?? '';
    const code = readFileSync(path.join(folder, 'src/model.ts'), 'utf8');
    expect(code.match(/^function \w+/gm)).toEqual(['function stage', 'function stage2']);
    expect(code).toContain('= stage2(');
  });

  it('pass the strict type check', () => {
    expect(typeErrors(designs)).toEqual([]);
  });

  it('are formatted as prettier formats them', async () => {
    for (const { folder } of designs) {
      const code = readFileSync(path.join(folder, 'src/model.ts'), 'utf8');
      expect(code).toBe(await formatted(code));
    }
  });

  it('build the same function as the app, with the counts that the app shows', async () => {
    const comparisons = await compareExported(designs, () => true);
    comparisons.forEach(({ appParams, exportedParams, difference }, index) => {
      const params = designs[index]?.totals.params;
      expect({ appParams, exportedParams }).toEqual({ appParams: params, exportedParams: params });
      expect(difference).toBeLessThan(1e-5);
    });
  });
});
