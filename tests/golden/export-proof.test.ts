import { TEMPLATE_IDS } from '@/lib/core/template-id';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { exportDesign, type ExportedDesign } from '@/tests/golden/exported-designs';
import { formatted } from '@/tests/golden/formatted';
import { randomDesign } from '@/tests/golden/random-design';
import { compareExported } from '@/tests/golden/run-comparison';
import { typeErrors } from '@/tests/golden/type-check';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const RANDOM_GRAPHS = 20;

/** Larger ones are compared by the shapes of all their weights and outputs: to run them all takes ten minutes. */
const MOST_MACS = 1e9;

/** Half a minute for the type check, half a minute for the networks that run; more where other programs run. */
jest.setTimeout(300_000);

/** A project with one mistake: a check that finds nothing in it would prove nothing about the others. */
function plantError([lenet]: readonly ExportedDesign[]): { readonly folder: string } {
  const folder = path.join(path.dirname(lenet?.folder ?? ''), 'planted');
  cpSync(lenet?.folder ?? '', folder, { recursive: true });
  const file = path.join(folder, 'src/model.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace('filters: 16', 'filtres: 16'));
  return { folder };
}

describe('exported projects', () => {
  let designs: readonly ExportedDesign[];

  beforeAll(() => {
    designs = [
      ...TEMPLATE_IDS.map((id) => exportDesign(id, TEMPLATES[id].build())),
      ...Array.from({ length: RANDOM_GRAPHS }, (_, seed) => exportDesign(`random-${seed}`, randomDesign(seed))),
    ];
  });

  it('pass the strict type check', () => {
    const planted = plantError(designs);
    expect(typeErrors([...designs, planted])).toEqual([
      expect.stringMatching(/planted\/src\/model\.ts:\d+ .*'filtres' does not exist/),
    ]);
  });

  it('are formatted as prettier formats them', async () => {
    for (const { folder } of designs) {
      for (const file of ['src/model.ts', 'src/train.ts']) {
        const code = readFileSync(path.join(folder, file), 'utf8');
        expect(code).toBe(await formatted(code));
      }
    }
  });

  it('build the same function as the app, with the counts and shapes that the app shows', async () => {
    const comparisons = await compareExported(designs, ({ totals }) => totals.macs < MOST_MACS);
    expect(comparisons.map(({ name }) => name)).toEqual(designs.map(({ name }) => name));
    expect(comparisons.filter(({ difference }) => difference === null).length).toBeLessThan(designs.length / 2);
    comparisons.forEach(({ appParams, exportedParams, unlike, difference, spread }, index) => {
      const design = designs[index];
      expect(unlike).toEqual([]);
      expect({ appParams, exportedParams }).toEqual({
        appParams: design?.totals.params,
        exportedParams: design?.totals.params,
      });
      if (difference === null) return;
      expect(difference).toBeLessThan(1e-5);
      expect(spread).toBeGreaterThan(1e-4);
    });
  });
});
