import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_PACKAGES } from '@/lib/codegen/project/package-files';
import { COMMON_SOURCES, sourceText } from '@/lib/codegen/sources';

const REPOSITORY = path.resolve(__dirname, '../..');

/** It starts a process that formats every file. */
jest.setTimeout(60_000);

describe('sources that come with every project', () => {
  it('are those that this repository itself runs', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build-sources.mjs', '--check'], {
      cwd: REPOSITORY,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('import nothing that a project does not have', () => {
    const { dependencies } = PROJECT_PACKAGES;
    for (const file of COMMON_SOURCES) {
      const imports = [...sourceText(file).matchAll(/from '([^']+)'/g)].map(([, from = '']) => from);
      for (const from of imports)
        expect(from).toMatch(/^(\.{1,2}\/[\w./-]+\.js|node:\w+|@tensorflow\/tfjs(-backend-wasm)?)$/);
    }
    expect(Object.keys(dependencies)).toEqual(['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm']);
  });

  it('ask for the versions of packages that they are tested with', () => {
    const ours = JSON.parse(readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    for (const [name, version] of Object.entries(PROJECT_PACKAGES.dependencies)) {
      expect(ours.dependencies[name]).toBe(version);
    }
    for (const [name, version] of Object.entries(PROJECT_PACKAGES.devDependencies)) {
      expect(ours.devDependencies[name]).toBe(version);
    }
  });
});
