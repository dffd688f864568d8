import { saveDocument } from '@/lib/document/save';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { applyCommand } from '@/lib/document/apply-command';
import type { Command } from '@/lib/document/command';
import { TEMPLATE_IDS } from '@/lib/core/template-id';
import type { OutputFile } from '@/lib/cli/io';
import { main } from '@/lib/cli/main';

type Files = Readonly<Record<string, string | Error>>;

/** What a run of the command line prints, writes and ends with, in a world of these files. */
async function run(argv: readonly string[], files: Files = {}) {
  let [stdout, stderr] = ['', ''];
  const written = new Map<string, OutputFile>();
  const code = await main(argv, {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    readFile(path) {
      const content = files[path] ?? nodeError('ENOENT');
      return content instanceof Error ? Promise.reject(content) : Promise.resolve(content);
    },
    writeFiles(folder, output) {
      if (folder === 'locked') return Promise.reject(nodeError('EACCES'));
      output.forEach((file) => written.set(`${folder}/${file.path}`, file));
      return Promise.resolve();
    },
  });
  return { code, stdout, stderr, written };
}

function nodeError(code: string): Error {
  return Object.assign(new Error(`${code}: no such luck, open 'x'`), { code });
}

const lenet = buildLenet5();
const broken = (...commands: readonly Command[]) => saveDocument(commands.reduce(applyCommand, lenet));
const tooLarge: Command = { kind: 'set-param', node: 'conv2d_2', param: 'kernelSize', value: [40, 40] };

function parsed(text: string): Readonly<Record<string, unknown>> {
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}

describe('summary', () => {
  it('prints every layer and the totals as a table', async () => {
    const { code, stdout, stderr } = await run(['summary', 'template:lenet5']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^LeNet-5\n/);
    expect(stdout).toMatch(/conv2d_1 +Conv2D +28 × 28 × 6 +156 +117,600 +5 × 5\n/);
    expect(stdout).toMatch(/Total +61,706 +416,520\n/);
  });

  it('calls the sums of a design with a mistake by their name, and foretells no memory', async () => {
    const { stdout } = await run(['summary', 'x.json'], { 'x.json': broken(tooLarge) });
    expect(stdout).toMatch(/Known so far +156 +117,600\n/);
    expect(stdout).not.toContain('Memory');
    expect((await run(['summary', 'template:lenet5'])).stdout).toContain('Memory for a batch of 64');
  });

  it('gives the layers, totals and diagnostics as JSON', async () => {
    const { code, stdout } = await run(['summary', '--json', 'template:lenet5']);
    const summary = parsed(stdout);
    expect(code).toBe(0);
    expect(Object.keys(summary)).toEqual(['name', 'conventions', 'layers', 'totals', 'diagnostics']);
    expect((summary.layers as readonly unknown[])[1]).toEqual({
      id: 'conv2d_1',
      type: 'conv2d',
      title: 'Conv2D',
      outputShape: [28, 28, 6],
      params: 156,
      trainableParams: 156,
      macs: 117_600,
      receptiveField: { size: [5, 5], jump: [1, 1], start: [0.5, 0.5], global: false },
    });
    expect(summary.totals).toMatchObject({ params: 61_706, trainableParams: 61_706, macs: 416_520, batchSize: 64 });
    expect(summary.diagnostics).toEqual([]);
  });

  it('counts FLOPs when asked, two per multiply-accumulate, and says so', async () => {
    const { stdout } = await run(['summary', '--flops', 'vgg16']);
    expect(stdout).toMatch(/Output shape +Parameters +FLOPs +Receptive field\n/);
    // torchvision's VGG16_Weights: 15.47 GFLOPS, which are multiply-accumulates.
    expect(stdout).toMatch(/Total +138,357,544 +30,940,528,640\n/);
    expect(stdout).toContain('Counted: 2 FLOPs per multiply-accumulate per sample');
    expect((await run(['summary', 'vgg16'])).stdout).toContain('Counted: multiply-accumulates per sample');
    const totals = parsed((await run(['summary', '--flops', '--json', 'vgg16'])).stdout).totals;
    expect(totals).toMatchObject({ macs: 15_470_264_320, flops: 30_940_528_640 });
  });

  it('foretells the memory for any batch size', async () => {
    const [one, two] = await Promise.all(
      ['1', '2'].map(async (batch) => {
        const { totals } = parsed((await run(['summary', 'lenet5', '--json', '--batch', batch])).stdout);
        return totals as { batchSize: number; memory: { trainingActivations: number; weights: number } };
      }),
    );
    expect([one?.batchSize, two?.batchSize]).toEqual([1, 2]);
    // 784 + 2·4704 + 1176 + 2·1600 + 2·400 + 2·120 + 2·84 + 2·10 values of one sample.
    expect(one?.memory.trainingActivations).toBe(4 * 15_796);
    expect(two?.memory).toMatchObject({ trainingActivations: 8 * 15_796, weights: one?.memory.weights });
    expect((await run(['summary', 'lenet5', '--batch=128'])).stdout).toContain('Memory for a batch of 128');
  });

  it.each(['0', '-1', '1.5', 'many', '5000'])('refuses a batch of %s', async (batch) => {
    const { code, stderr } = await run(['summary', 'lenet5', `--batch=${batch}`]);
    expect(code).toBe(2);
    expect(stderr).toContain(`--batch cannot be “${batch}”, only 1 … 4096`);
  });

  it('knows neither for other commands', async () => {
    expect((await run(['check', 'lenet5', '--flops'])).stderr).toContain('--flops has no meaning for check');
    expect((await run(['check', 'lenet5', '--batch', '2'])).stderr).toContain('--batch has no meaning for check');
  });

  it.each(TEMPLATE_IDS)('knows the template %s', async (id) => {
    expect((await run(['summary', `template:${id}`, '--json'])).code).toBe(0);
  });

  it('reads a saved design', async () => {
    const { code, stdout } = await run(['summary', 'a/lenet.json', '--json'], { 'a/lenet.json': saveDocument(lenet) });
    expect(code).toBe(0);
    expect(parsed(stdout)).toMatchObject({ name: 'LeNet-5', totals: { params: 61_706 } });
  });

  it('shows what is known of a design with a mistake, the rest as null, and ends with 1', async () => {
    const { code, stdout } = await run(['summary', 'x.json', '--json'], { 'x.json': broken(tooLarge) });
    const { layers, diagnostics } = parsed(stdout);
    expect(code).toBe(1);
    expect(layers).toContainEqual(expect.objectContaining({ id: 'conv2d_1', outputShape: [28, 28, 6] }));
    expect(layers).toContainEqual(
      expect.objectContaining({ id: 'softmax_1', outputShape: null, receptiveField: null }),
    );
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'shape/window-too-large',
        severity: 'error',
        message: 'The window is 40 tall, but the input only 14; use a smaller window or padding “same”.',
        node: 'conv2d_2',
        param: 'kernelSize',
      }),
    );
  });
});

describe('check', () => {
  it('says that there are no problems, and ends with 0', async () => {
    expect(await run(['check', 'template:lenet5'])).toMatchObject({
      code: 0,
      stdout: 'LeNet-5: no problems\n',
      stderr: '',
    });
  });

  it('ends with 0 when there are only warnings', async () => {
    const softmax = broken({ kind: 'add-layer', type: 'softmax', after: 'dense_1' });
    const { code, stdout, stderr } = await run(['check', 'x.json'], { 'x.json': softmax });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'LeNet-5: 1 warning\n' });
    expect(stderr).toMatch(/^warning task\/softmax-in-middle \(softmax_2\): /);
  });

  it('prints each error with its place and its mends on stderr, and ends with 1', async () => {
    const { code, stdout, stderr } = await run(['check', 'x.json'], { 'x.json': broken(tooLarge) });
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'LeNet-5: 1 error\n' });
    expect(stderr).toContain('error shape/window-too-large (conv2d_2.kernelSize): The window is 40 tall');
    expect(stderr).toContain('    mend: Set padding to same\n');
  });

  it('gives the diagnostics as JSON', async () => {
    const { code, stdout, stderr } = await run(['check', 'x.json', '--json'], { 'x.json': broken(tooLarge) });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(parsed(stdout)).toMatchObject({
      name: 'LeNet-5',
      diagnostics: [{ node: 'conv2d_2' }],
    });
  });

  it('speaks Vietnamese when asked to', async () => {
    const { stdout, stderr } = await run(['check', 'x.json', '--lang', 'vi'], { 'x.json': broken(tooLarge) });
    expect(stdout).toBe('LeNet-5: 1 lỗi\n');
    expect(stderr).toContain('Cửa sổ cao 40 nhưng đầu vào chỉ cao 14');
  });

  it('says what it mended while reading, and goes on', async () => {
    const file = saveDocument(lenet).replace('"type": "tanh"', '"type": "warp_drive"');
    const { code, stderr } = await run(['check', 'x.json'], { 'x.json': file });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^shapeflow: x\.json: The layer “tanh_1” is of the unknown type “warp_drive”.*\n/);
  });

  it('reports absurd numbers instead of computing with them', async () => {
    const absurd = broken({ kind: 'set-param', node: 'dense_1', param: 'units', value: 1e300 });
    const { code, stdout } = await run(['check', 'x.json', '--json'], { 'x.json': absurd });
    expect(code).toBe(1);
    expect(parsed(stdout).diagnostics).toEqual([expect.objectContaining({ code: 'param/out-of-range' })]);
  });
});

describe('export', () => {
  it('writes a project and says where', async () => {
    const { code, stdout, written } = await run(['export', 'template:lenet5', '--target', 'ts', '--out', 'project']);
    expect(code).toBe(0);
    expect(stdout).toBe(`${written.size} files written to project\n`);
    expect([...written.keys()]).toEqual(
      expect.arrayContaining(['project/package.json', 'project/src/model.ts', 'project/README.md']),
    );
    expect(written.get('project/src/model.ts')?.content).toContain('units: 120');
  });

  it('lists the files as JSON', async () => {
    const { stdout, written } = await run(['export', 'template:lenet5', '--out=project', '--json']);
    const report = parsed(stdout);
    expect(report).toMatchObject({ name: 'LeNet-5', out: 'project' });
    expect(report.files).toHaveLength(written.size);
  });

  it('writes nothing while errors stand, shows them and ends with 1', async () => {
    const { code, stderr, written } = await run(['export', 'x.json', '--out', 'project'], {
      'x.json': broken(tooLarge),
    });
    expect(code).toBe(1);
    expect(written.size).toBe(0);
    expect(stderr).toContain('shape/window-too-large');
    expect(stderr).toMatch(/nothing was exported; mend the errors first\n$/);
  });

  it('says so when it may not write', async () => {
    const { code, stderr } = await run(['export', 'template:lenet5', '--out', 'locked']);
    expect(code).toBe(2);
    expect(stderr).toBe('shapeflow: cannot write to locked: permission denied\n');
  });
});

describe('a folder that is not empty', () => {
  const order = ['export', 'template:lenet5', '--out', 'project'];

  it.each<[string, Files]>([
    ['a package of another kind', { 'project/package.json': '{"name": "mine"}' }],
    ['a package.json that cannot be parsed', { 'project/package.json': '{' }],
    ['a file that may not be read', { 'project/package.json': nodeError('EACCES') }],
  ])('with %s is left as it is', async (_, files) => {
    const { code, stdout, stderr, written } = await run(order, files);
    expect({ code, stdout, written: written.size }).toEqual({ code: 2, stdout: '', written: 0 });
    expect(stderr).toMatch(/project is no exported project and holds package\.json already; choose another folder\n$/);
  });

  it('names every file that would be overwritten', async () => {
    const { stderr } = await run(order, { 'project/README.md': '# Mine', 'project/src/data.ts': '', 'project/a': '' });
    expect(stderr).toContain('holds src/data.ts, README.md already');
  });

  it('is written to when it holds an exported project', async () => {
    const first = await run(order);
    const text = first.written.get('project/package.json')?.content;
    const files = { 'project/package.json': String(text), 'project/README.md': '# Older' };
    expect(await run(order, files)).toMatchObject({ code: 0, stderr: '' });
  });

  it('is written to when none of its files is in the way', async () => {
    expect(await run(order, { 'project/notes.txt': 'mine' })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('text from a file', () => {
  it('never reaches the terminal as more than one line of plain text', async () => {
    const hostile = JSON.parse(saveDocument(lenet)) as { name: string; nodes: Record<string, Record<string, unknown>> };
    hostile.name = 'x\u001b[2J\ny';
    hostile.nodes['tanh_1'] = { ...hostile.nodes['tanh_1'], type: 'warp\u001b[31m', title: 'a\u0007\nb' };
    hostile.nodes['conv2d_1'] = { ...hostile.nodes['conv2d_1'], title: 'c\u009b2J', params: { padding: '\u001b[2J' } };
    for (const command of ['summary', 'check']) {
      const { stdout, stderr } = await run([command, 'x.json'], { 'x.json': JSON.stringify(hostile) });
      expect(stderr).toContain('warp [31m');
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });
});

describe('a file that cannot be used', () => {
  it.each<[string, string | Error, string]>([
    ['is not there', nodeError('ENOENT'), 'cannot read x.json: there is no such file'],
    ['is a folder', nodeError('EISDIR'), 'cannot read x.json: it is a folder'],
    ['is inside a file', nodeError('ENOTDIR'), 'cannot read x.json: part of the path is a file'],
    ['may not be read', nodeError('EACCES'), 'cannot read x.json: permission denied'],
    ['links to itself', nodeError('ELOOP'), 'cannot read x.json: it is a link that leads back to itself'],
    ['is larger than a string', nodeError('ERR_STRING_TOO_LONG'), 'cannot read x.json: it is too large to be a design'],
    ['fails otherwise', nodeError('EIO'), 'cannot read x.json: reading failed'],
    ['is empty', '', 'x.json: The file is empty'],
    ['is a picture', '\uFFFDPNG\r\n\u001A\n\u0000\u0000\u0000', 'x.json: The file is of no kind that can be opened'],
    ['is cut off', saveDocument(lenet).slice(0, 500), 'x.json: The file is not JSON, or it was cut off.'],
    ['is another tool’s', '{"class_name": "Sequential"}', 'x.json: The model in the file has no layers.'],
    ['is a number', '12', 'x.json: The file is JSON, but neither a Shapeflow design nor a model'],
    ['is newer', '{"format":"shapeflow","version":99}', 'x.json: The file has format 99'],
  ])('one that %s gets one clear line and 2', async (_, content, message) => {
    const { code, stdout, stderr } = await run(['summary', 'x.json'], { 'x.json': content });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(`shapeflow: ${message}`)).toBe(true);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('wrong usage', () => {
  it.each<[string, readonly string[], string]>([
    ['no command', [], 'a command is missing'],
    ['an unknown command', ['draw', 'x.json'], '“draw” is not a command'],
    ['no design', ['summary'], 'summary needs a design'],
    ['an empty design', ['summary', ''], 'summary needs a design'],
    ['two designs', ['check', 'a.json', 'b.json'], '“b.json” is too much'],
    ['an unknown option', ['check', 'a.json', '--fast'], 'there is no option --fast'],
    ['an option of another command', ['check', 'a.json', '--out', 'b'], '--out has no meaning for check'],
    ['an unknown target', ['export', 'a.json', '--target', 'py', '--out', 'b'], '--target cannot be “py”, only ts'],
    ['an option without its value', ['export', 'a.json', '--out'], '--out needs a value'],
    ['an option for a value', ['export', 'a.json', '--out', '--json'], '--out needs a value'],
    ['no folder to export to', ['export', 'template:lenet5'], 'export needs a folder'],
    [
      'an unknown template',
      ['summary', 'template:lenet'],
      `there is no template “lenet”; there are ${TEMPLATE_IDS.join(', ')}`,
    ],
    ['a template called like a property', ['summary', 'template:constructor'], 'there is no template “constructor”'],
  ])('%s: says what is wrong and ends with 2', async (_, argv, message) => {
    const { code, stdout, stderr } = await run(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('is explained by --help, which ends with 0', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    for (const word of ['summary', 'check', 'export', '--json', '--out', ...TEMPLATE_IDS])
      expect(stdout).toContain(word);
  });
});

describe('picture', () => {
  it('prints the canvas, or writes a figure into a file', async () => {
    const printed = await run(['picture', 'lenet5']);
    expect(printed.code).toBe(0);
    expect(printed.stdout).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    const figure = await run([
      'picture',
      'lenet5',
      '--figure',
      '--theme',
      'dark',
      '--lang',
      'vi',
      '--out',
      'lenet.svg',
    ]);
    expect(figure.code).toBe(0);
    expect(figure.stdout).toBe('đã ghi hình vào lenet.svg\n');
    const content = figure.written.get('./lenet.svg')?.content;
    expect(content).toContain('5 kênh');
    expect(content).toContain('fill="#181b21"');
  });

  it('overwrites a picture, and nothing else', async () => {
    const over = await run(['picture', 'lenet5', '--out', 'a.svg'], { 'a.svg': '<svg xmlns="x"></svg>' });
    expect([over.code, over.written.size]).toEqual([0, 1]);
    const other = await run(['picture', 'lenet5', '--out', 'thesis.tex'], { 'thesis.tex': '\\chapter{}' });
    expect([other.code, other.written.size]).toEqual([2, 0]);
    expect(other.stderr).toContain('thesis.tex is there already');
  });

  it('shows a design with errors, and ends with 1', async () => {
    const { code, stdout } = await run(['picture', 'x.json'], { 'x.json': broken(tooLarge) });
    expect(code).toBe(1);
    expect(stdout).toContain('shape unknown');
  });

  it.each([
    [['summary', 'lenet5', '--figure'], '--figure'],
    [['check', 'lenet5', '--theme', 'dark'], '--theme'],
    [['picture', 'lenet5', '--json'], '--json'],
  ])('%j is refused', async (argv, option) => {
    const { code, stderr } = await run(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(option);
  });
});
