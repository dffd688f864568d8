import nextJest from 'next/jest.js';

const createJestConfig = nextJest({ dir: './' });

/** Node by default; a component's test asks for the browser's objects with `@jest-environment jsdom`. */
export default createJestConfig({
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/{unit,layers,golden}/**/*.test.{ts,tsx,mjs}'],
  setupFiles: ['<rootDir>/tests/jest-setup.ts'],
  setupFilesAfterEnv: ['<rootDir>/tests/load-messages.ts'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/$1' },
  modulePathIgnorePatterns: ['<rootDir>/.next/', '<rootDir>/.builds/', '<rootDir>/out/', '<rootDir>/test-results/'],
});
