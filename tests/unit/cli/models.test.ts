import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { OutputFile } from '@/lib/cli/io';
import { main } from '@/lib/cli/main';

const FOLDER = path.resolve(__dirname, '../../fixtures/models');

/** Runs the command line among the fixtures; HDF5 files need a library that only loads outside of jest. */
async function run(...argv: readonly string[]) {
  let [stdout, stderr] = ['', ''];
  const written = new Map<string, OutputFile['content']>();
  const code = await main(argv, {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    readFile: async (name) => {
      try {
        return new Uint8Array(readFileSync(path.join(FOLDER, name)));
      } catch {
        throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      }
    },
    writeFiles: async (_, files) => files.forEach((file) => written.set(file.path, file.content)),
  });
  return { code, stdout, stderr, written };
}

describe('a model of another tool', () => {
  it('is summed up, with a line for everything that was left out', async () => {
    const { code, stdout, stderr } = await run('summary', 'keras-2.1-sequential.json');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Total +2,090 +9,200/);
    expect(stderr.split('\n')).toContain(
      'shapeflow: keras-2.1-sequential.json: Left out: kernel_regularizer: conv2d_1.',
    );
  });

  it('is exported with the weights that lie beside it, as the same numbers', async () => {
    const { code, written } = await run('export', 'tfjs/model.json', '--format', 'tfjs', '--out', 'web');
    expect(code).toBe(0);
    expect([...written.keys()]).toEqual(['model.json', 'group1-shard1of1.bin']);
    const bytes = written.get('group1-shard1of1.bin') as Uint8Array<ArrayBuffer>;
    expect(new Float32Array(bytes.buffer).slice(18, 20)).toEqual(Float32Array.of(0.5, -0.5));
  });

  it('becomes a project of trained weights, a design of ours, or Keras JSON', async () => {
    const formats = ['project', 'shapeflow', 'keras', 'keras3'];
    const results = await Promise.all(
      formats.map((format) => run('export', 'tfjs/model.json', '--format', format, '--out', 'x')),
    );
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect([...(results[0]?.written.keys() ?? [])].filter((name) => name.startsWith('weights/'))).not.toEqual([]);
    expect(results.slice(1).flatMap(({ written }) => [...written.keys()])).toEqual([
      'design.shapeflow.json',
      'model.json',
      'model.json',
    ]);
  });

  it('that cannot be opened gets one line and 2, and an unknown format too', async () => {
    const { code, stderr } = await run('check', 'tfjs/group1-shard1of2.bin');
    expect(code).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect((await run('export', 'tfjs/model.json', '--format', 'onnx', '--out', 'x')).code).toBe(2);
  });
});
