import { packageJson } from '@/lib/codegen/project/package-files';
import { compile } from '@/lib/compile/compile';
import { analyze } from '@/lib/analysis/analyze';
import { buildChain } from '@/lib/document/templates/build-chain';

/** What npm takes for the name of a package: https://docs.npmjs.com/cli/configuring-npm/package-json#name */
const MOST_CHARACTERS = 214;

describe('package.json of an exported project', () => {
  it.each([
    ['LeNet-5', 'lenet-5'],
    ['Mạng của tôi', 'mang-cua-toi'],
    ['卷积', 'network'],
    ['"}, "scripts": {"postinstall": "rm"', 'scripts-postinstall-rm'],
    ['../../etc', 'etc'],
    ['node_modules', 'node-modules'],
  ])('names the design %j %j', (name, expected) => {
    expect(nameOf(name)).toBe(expected);
  });

  it('has a name that npm takes, however long the design’s', () => {
    const name = nameOf('a very long name '.repeat(30));
    expect(name.length).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(name).toMatch(/^[a-z0-9-]*[a-z0-9]$/);
  });
});

function nameOf(name: string): string {
  const document = buildChain(name, [
    ['input', { shape: [4] }],
    ['dense', { units: 2 }],
  ]);
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) throw new Error('the design has errors');
  return (JSON.parse(packageJson(plan.value, { isTrained: false })) as { readonly name: string }).name;
}
