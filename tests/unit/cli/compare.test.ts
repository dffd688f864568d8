import { applyCommand } from '@/lib/document/apply-command';
import { saveDocument } from '@/lib/document/save';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { main } from '@/lib/cli/main';

async function run(argv: readonly string[], files: Readonly<Record<string, string>> = {}) {
  let [stdout, stderr] = ['', ''];
  const code = await main(argv, {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    readFile: (path) => {
      const text = files[path];
      return text === undefined
        ? Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }))
        : Promise.resolve(text);
    },
    writeFiles: () => Promise.resolve(),
  });
  return { code, stdout, stderr };
}

interface Printed {
  readonly designs: readonly { readonly name: string; readonly totals: object; readonly against?: object }[];
  readonly rows: readonly { readonly kind: string; readonly layers: readonly (object | null)[] }[];
}

const lenet = buildLenet5();
const broken = saveDocument(
  applyCommand(lenet, { kind: 'set-param', node: 'conv2d_2', param: 'kernelSize', value: [40, 40] }),
);

describe('compare', () => {
  it('prints ratios, totals and the layers side by side, of templates by name', async () => {
    const { code, stdout, stderr } = await run(['compare', 'alexnet', 'template:vgg16']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('VGG-16 has 2.27 × AlexNet’s parameters and 21 × its MACs.');
    expect(stdout).toMatch(/Parameters +60,965,224 +138,357,544 {2}\+77,392,320 {2}× 2\.27\n/);
    expect(stdout).toMatch(/≈ +Dense 4096 → 4096 +37,752,832 +Dense 4096 → 4096 +102,764,544\n/);
  });

  it('gives everything as JSON, with differences against the first', async () => {
    const { stdout } = await run(['compare', 'alexnet', 'vgg16', 'vgg19', '--json']);
    const { designs, rows } = JSON.parse(stdout) as Printed;
    expect(designs.map(({ name }) => name)).toEqual(['AlexNet', 'VGG-16', 'VGG-19']);
    expect(designs[0]).not.toHaveProperty('against');
    expect(designs[2]).toMatchObject({
      totals: { params: 143_667_240 },
      against: { params: { delta: 143_667_240 - 60_965_224 } },
    });
    expect(rows.every(({ layers }) => layers.length === 3)).toBe(true);
    expect(rows.at(-1)).toMatchObject({ kind: 'same', layers: [{ id: 'softmax_1' }, { state: 'same' }, {}] });
  });

  it('gives a Markdown page, in Vietnamese when asked', async () => {
    const { stdout } = await run(['compare', 'alexnet', 'vgg16', '--markdown', '--lang', 'vi']);
    expect(stdout).toMatch(/^# So sánh: AlexNet, VGG-16\n/);
    expect(stdout).toContain('| Tham số | 60.965.224 | 138.357.544 (+77.392.320, × 2,27) |');
  });

  it('compares files, and ends with 1 when one of them has errors', async () => {
    const files = { 'a.json': saveDocument(lenet), 'b.json': broken };
    expect((await run(['compare', 'a.json', 'a.json'], files)).code).toBe(0);
    const { code, stdout } = await run(['compare', 'a.json', 'b.json'], files);
    expect(code).toBe(1);
    expect(stdout).toContain('not known while faults stand');
  });

  it('takes a file before a template of the same name', async () => {
    const { stdout } = await run(['compare', 'vgg16', 'lenet5', '--json'], { vgg16: saveDocument(lenet) });
    const { designs } = JSON.parse(stdout) as Printed;
    expect(designs.map(({ name }) => name)).toEqual(['LeNet-5', 'LeNet-5 (2)']);
  });

  it.each([
    ['one design', ['compare', 'alexnet'], 'compare takes 2 to 6 designs, not 1'],
    ['seven designs', ['compare', ...Array<string>(7).fill('lenet5')], 'compare takes 2 to 6 designs, not 7'],
    ['two outputs at once', ['compare', 'lenet5', 'vgg16', '--json', '--markdown'], 'exclude each other'],
    ['Markdown of something else', ['check', 'lenet5', '--markdown'], '--markdown has no meaning for check'],
    ['a file that is not there', ['compare', 'lenet5', 'no.json'], 'cannot read no.json'],
  ])('refuses %s with exit code 2', async (_what, argv, message) => {
    const { code, stdout, stderr } = await run(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
