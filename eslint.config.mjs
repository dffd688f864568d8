import nextVitals from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';
import { importBoundaries } from './scripts/lint/import-boundaries.mjs';

const EFFECTS = [
  'window',
  'document',
  'navigator',
  'location',
  'self',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'fetch',
  'crypto',
  'performance',
  'Date',
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
  'requestIdleCallback',
  'queueMicrotask',
  'console',
  'process',
  'Worker',
  'BroadcastChannel',
];

const pure = {
  'no-console': 'error',
  'no-restricted-globals': [
    'error',
    ...EFFECTS.map((name) => ({
      name,
      message: 'lib is pure outside platform and training: take it as an argument.',
    })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Seeds are explicit: take a generator as an argument.' },
    ...EFFECTS.map((property) => ({
      object: 'globalThis',
      property,
      message: 'lib is pure outside platform and training: take it as an argument.',
    })),
  ],
};

const config = [
  {
    ignores: [
      'node_modules/**',
      '.next/**',
      '.builds/**',
      'out/**',
      'public/**',
      'coverage/**',
      'test-results/**',
      'playwright-report/**',
      // AssemblyScript: its compiler checks it.
      'lib/training/worker/wasm-kernels/assembly/**',
      'next-env.d.ts',
      'tests/fixtures/**',
      'tests/golden/files/**',
    ],
  },
  ...nextVitals,
  ...nextTypescript,
  {
    plugins: { shapeflow: importBoundaries },
    rules: {
      'shapeflow/import-boundaries': 'error',
      'max-lines': ['error', { max: 400 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      // About what the React Compiler would make of it, and we do not use it.
      'react-hooks/preserve-manual-memoization': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        { selector: 'TSNonNullExpression', message: 'Earn it with a check: narrow the value instead of asserting.' },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/platform/**', 'lib/training/**', 'lib/datasets/worker/**'],
    rules: pure,
  },
  {
    files: [
      'components/**/*.{ts,tsx}',
      'app/**/*.{ts,tsx}',
      'lib/platform/**/*.ts',
      'lib/{training,datasets/worker}/**/*.ts',
    ],
    rules: { 'no-console': 'error' },
  },
  {
    // Outside JSX a function named `use` is no React hook: Playwright's fixtures call one.
    files: ['lib/**/*.ts', 'tests/{e2e,worker}/**/*.ts', 'bench/**/*.{ts,mjs}', 'scripts/**/*.mjs'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
];

export default config;
