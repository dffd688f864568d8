import type { ModelPlan } from '@/lib/compile/plan';
import { words } from '@/lib/codegen/names';

/** The versions this was tried with; a test holds them to those of this repository. */
export const PROJECT_PACKAGES = {
  dependencies: { '@tensorflow/tfjs': '4.22.0', '@tensorflow/tfjs-backend-wasm': '4.22.0' },
  devDependencies: { '@types/node': '22.20.5', typescript: '6.0.3' },
} as const;

/** What tells an exported project from any other, so that an export overwrites nothing but an older one. */
const GENERATOR = 'Shapeflow';

/** npm takes up to 214. */
const MOST_CHARACTERS = 100;

/** The npm name of a design: "LeNet-5" → "lenet-5". */
export function packageName(plan: ModelPlan): string {
  const name = words(plan.name).join('-').toLowerCase();
  return name.slice(0, MOST_CHARACTERS).replace(/-$/, '') || 'network';
}

export function packageJson(plan: ModelPlan, { isTrained }: { readonly isTrained: boolean }): string {
  return json({
    name: packageName(plan),
    version: '1.0.0',
    private: true,
    generator: GENERATOR,
    type: 'module',
    engines: { node: '>=20.9' },
    scripts: {
      build: 'tsc',
      start: isTrained ? 'npm run predict --' : 'npm run train',
      train: 'npm run -s build && node dist/train.js',
      predict: 'npm run -s build && node dist/predict.js',
    },
    ...PROJECT_PACKAGES,
  });
}

/** Whether this is the text of an exported project's package.json, of whatever version. */
export function isProjectPackage(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'generator' in value && value.generator === GENERATOR;
  } catch {
    return false;
  }
}

export const TSCONFIG = json({
  compilerOptions: {
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2022', 'dom'],
    types: ['node'],
    rootDir: 'src',
    outDir: 'dist',
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
  },
  include: ['src'],
});

export const GITIGNORE = 'node_modules/\ndist/\ndata/\n';

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
