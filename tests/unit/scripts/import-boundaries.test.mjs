import { Linter } from 'eslint';
import path from 'node:path';
import { importBoundaries, MAY_IMPORT } from '../../../scripts/lint/import-boundaries.mjs';

const root = process.cwd();

function complaints(file, code) {
  const linter = new Linter({ cwd: root });
  const config = {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { shapeflow: importBoundaries },
    rules: { 'shapeflow/import-boundaries': 'error' },
  };
  return linter.verify(code, [config], { filename: path.join(root, file) }).map(({ message }) => message);
}

describe('import boundaries', () => {
  test.each([
    ['lib/core/shape.ts', "import '@/lib/layers/fields'"],
    ['lib/core/shape.ts', "import '../layers/fields'"],
    ['lib/layers/dense.ts', "export * from '@/lib/document/document'"],
    ['lib/document/save.ts', "export { x } from '../analysis/analyze'"],
    ['lib/analysis/analyze.ts', "const later = import('@/lib/compile/plan')"],
    ['lib/messages/en.ts', "import '@/lib/analysis/diagnostic'"],
    ['lib/cli/main.ts', "import '@/lib/state/store'"],
    ['lib/state/store.ts', "import '@/components/canvas/Canvas'"],
    ['lib/state/store.ts', "import '@/lib/training/worker/build'"],
    ['lib/training/client.ts', "import './worker/entry'"],
    ['components/canvas/Canvas.tsx', "import '@/app/page'"],
    ['components/canvas/Canvas.tsx', "import '@/tests/fixtures/lenet'"],
    ['lib/core/shape.ts', "import '../loose-file'"],
    ['lib/training/client.ts', "import '@tensorflow/tfjs'"],
    ['components/code/Code.tsx', "import '@tensorflow/tfjs-core'"],
  ])('%s may not hold: %s', (file, code) => {
    expect(complaints(file, code)).toEqual([expect.stringMatching(/may (not )?import/)]);
  });

  test.each([
    ['lib/layers/dense.ts', "import '@/lib/core/shape'"],
    ['lib/layers/conv/conv2d.ts', "import '../windows'"],
    ['lib/training/worker/build.ts', "import '@tensorflow/tfjs'"],
    ['lib/training/worker/build.ts', "import '../protocol'"],
    ['tests/worker/kernels.spec.ts', "import '@tensorflow/tfjs'"],
    ['lib/state/store.ts', "import 'zustand/vanilla'"],
    ['app/page.tsx', "import '@/components/shell/Designer'"],
    ['tests/unit/core/shape.test.ts', "import '@/components/shell/Designer'"],
  ])('%s may hold: %s', (file, code) => {
    expect(complaints(file, code)).toEqual([]);
  });

  test('no two folders may import each other', () => {
    const pairs = Object.entries(MAY_IMPORT).flatMap(([area, targets]) => targets.map((target) => [area, target]));
    const mutual = pairs.filter(([area, target]) => MAY_IMPORT[target]?.includes(area));
    expect(mutual).toEqual([]);
  });
});
