import { readFileSync } from 'node:fs';
import { TEMPLATE_IDS } from '@/lib/core/template-id';
import { main } from '@/lib/cli/main';

const documentation = readFileSync('docs/command-line.md', 'utf8');

describe('docs/command-line.md', () => {
  it.each(TEMPLATE_IDS)('names the template %s', (id) => {
    expect(documentation).toContain(`\`${id}\``);
  });

  it('shows LeNet-5 as the program prints it', async () => {
    let stdout = '';
    await main(['summary', '--json', 'template:lenet5'], {
      stdout: (text) => void (stdout += text),
      stderr: () => undefined,
      readFile: () => Promise.reject(new Error('no file is asked for')),
      writeFiles: () => Promise.resolve(),
    });
    const printed = JSON.parse(stdout) as { layers: readonly object[]; totals: object };
    const shown = JSON.parse(/```json\n([^]*?)```/.exec(documentation)?.[1] ?? '') as typeof printed;
    expect(printed.layers).toContainEqual(shown.layers[0]);
    expect(printed.totals).toMatchObject(shown.totals);
  });
});
