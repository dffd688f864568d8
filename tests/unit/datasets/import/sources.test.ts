/** @jest-environment node */
import type { PictureOptions } from '@/lib/datasets/import/protocol';
import { ImportError } from '@/lib/datasets/import/source-plan';
import { expected, fromFixtures, fromTexts, open, planOf, plainPicture, valuesOf } from './harness';

const classesOf = (column: { readonly kind: string } | undefined): readonly number[] =>
  column !== undefined && 'classes' in column ? Array.from(column.classes as Uint16Array) : [];
const numbersOf = (column: { readonly kind: string } | undefined): readonly number[] =>
  column !== undefined && 'values' in column ? Array.from(column.values as Float32Array) : [];

async function failureOf(opening: Promise<unknown>): Promise<unknown> {
  const error = await opening.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof ImportError ? error.failure : error;
}

describe('IDX files', () => {
  const NAMES = [
    'train-images-idx3-ubyte',
    'train-labels-idx1-ubyte',
    't10k-images-idx3-ubyte',
    't10k-labels-idx1-ubyte',
  ];

  it('of both splits are known by their labels as Fashion-MNIST, and read byte by byte', async () => {
    const { found, plan } = await open(fromFixtures(...NAMES.map((name) => `${name}.gz`)));
    expect(found).toMatchObject({
      format: 'idx',
      counts: { training: 12, test: 10 },
      suggested: { title: 'Fashion-MNIST' },
    });
    expect(found.classes[9]).toEqual({ name: 'Ankle boot', training: 1, test: 1 });
    const planned = await planOf({ found, plan });
    expect(planned.inputShape).toEqual([4, 3, 1]);
    // The test files come first by name: t10k before train.
    const tests = planned.isTest ?? [];
    const values = await valuesOf(planned);
    expect(values.filter((_, at) => tests[at])).toEqual(expected.idx.test);
    expect(values.filter((_, at) => !tests[at])).toEqual(expected.idx.train);
    const [target] = planned.targets;
    const names = classesOf(planned.columns[0]).map((label) =>
      target.kind === 'classes' ? target.classes[label] : '',
    );
    const trained = names.filter((_, at) => !tests[at]);
    // Labels 9, 0, 0, 3 …, by the names that the data set's own page gives them.
    expect(trained.slice(0, 4)).toEqual(['Ankle boot', 'T-shirt/top', 'T-shirt/top', 'Dress']);
    expect(trained.slice(-2)).toEqual(['Trouser', 'Coat']);
  });

  it('without their labels name what is missing', async () => {
    expect(await failureOf(open(fromFixtures(`${NAMES[0]}.gz`)))).toEqual({
      code: 'import/missing-part',
      values: { file: 'train-images-idx3-ubyte', part: 'labels' },
    });
  });
});

describe('CIFAR', () => {
  it('10 is read from its archive: planes become pixels, batches become splits', async () => {
    const { found, plan } = await open(fromFixtures('cifar-10-binary.tar.gz'));
    expect(found).toMatchObject({
      format: 'cifar',
      counts: { training: 6, test: 2 },
      skipped: [],
      suggested: { title: 'CIFAR-10' },
    });
    const planned = await planOf({ found, plan });
    const values = await valuesOf(planned);
    const first = values[0] ?? '';
    expect(first.slice(0, 6)).toEqual([1, 0, 7, 1, 0, 7]);
    expect(first.slice(-3)).toEqual([254, 255, 248]);
    expect(planned.isTest).toEqual([false, false, false, false, false, false, true, true]);
    const { targets, columns } = planned;
    const names = targets[0].kind === 'classes' ? targets[0].classes : [];
    expect(classesOf(columns[0]).map((label) => names[label])).toEqual([
      'automobile',
      'bird',
      'cat',
      'bird',
      'cat',
      'deer',
      'cat',
      'ship',
    ]);
  });

  it('100 has both labels of every picture', async () => {
    const planned = await planOf(await open(fromFixtures('cifar-100-binary.tar.gz')));
    const [fine, coarse] = planned.targets;
    expect(fine).toEqual({ kind: 'classes', name: 'class', classes: ['fine0', 'fine51', 'fine99'] });
    expect(classesOf(planned.columns[0])).toEqual([2, 0, 1]);
    expect(coarse?.kind === 'classes' && coarse.classes).toHaveLength(20);
    expect(classesOf(planned.columns[1])).toEqual([10, 4, 1]);
  });
});

describe('arrays', () => {
  it('of a file as Keras has them find their pairs and their test set', async () => {
    const { found, plan } = await open(fromFixtures('keras-like.npz'));
    expect(found.suggested.arrays).toMatchObject({
      inputs: 'x_train',
      targets: 'y_train',
      testInputs: 'x_test',
      testTargets: 'y_test',
    });
    const planned = await planOf({ found, plan });
    expect(await valuesOf(planned)).toEqual(expected.npz);
    expect(planned.targets[0]).toMatchObject({ kind: 'classes', classes: ['1', '3', '7'] });
    expect(classesOf(planned.columns[0])).toEqual([1, 0, 1, 0, 1, 0, 1, 2]);
    expect(planned.isTest).toEqual([...Array<boolean>(6).fill(false), true, true]);
  });

  it('of floats stay floats, in the order that is said', async () => {
    const source = await open(fromFixtures('f8.npy', 'f4-big-fortran.npy'));
    const planned = await source.plan({
      ...source.found.suggested,
      arrays: {
        inputs: 'f8',
        targets: 'f4-big-fortran',
        testInputs: null,
        testTargets: null,
        targetKind: 'values',
        channels: 'first',
        pixels: null,
      },
    });
    if (!planned.ok) throw new Error(planned.error.code);
    expect(planned.value.inputShape).toEqual([3, 2, 2]);
    expect(planned.value.element).toBe('float32');
    const all = (expected.npy['f8'] ?? []).map(Math.fround);
    const [first] = await valuesOf(planned.value);
    // Channels first, 2 × (3 × 2): pixel by pixel, one of either plane.
    expect(first).toEqual([0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11].map((at) => all[at]));
    expect(planned.value.targets[0]).toMatchObject({ kind: 'values' });
    expect(numbersOf(planned.value.columns[0])).toEqual(all);
  });

  it('without a partner name what is missing', async () => {
    expect(await failureOf(open(fromFixtures('u1-c.npy')))).toMatchObject({
      code: 'import/missing-part',
      values: { part: 'targets' },
    });
  });
});

const RED = plainPicture(6, 4, [250, 0, 0]);
const BLUE = plainPicture(8, 8, [0, 0, 250]);

describe('folders of pictures', () => {
  const picture: PictureOptions = { height: 2, width: 2, colour: 'rgb', fit: 'cover' };

  it('give classes; broken, stray and foreign files are listed and left out', async () => {
    const { found, plan } = await open(
      fromTexts({
        'pets/cat/1.png': RED,
        'pets/cat/10.png': RED,
        'pets/cat/2.png': 'no picture',
        'pets/dog/deep/1.jpg': BLUE,
        'pets/stray.png': RED,
        'pets/notes.doc': 'x',
        'pets/dog/Thumbs.db': 'x',
      }),
    );
    expect(found.classes).toEqual([
      { name: 'cat', training: 3, test: 0 },
      { name: 'dog', training: 1, test: 0 },
    ]);
    expect(found.skipped.map(({ name, reason }) => `${name} ${reason}`)).toEqual([
      'pets/notes.doc unknown-kind',
      'pets/stray.png no-class',
    ]);
    expect(found).toMatchObject({ unclear: ['sizes-differ'], suggested: { title: 'pets' } });
    const values = await valuesOf(await planOf({ found, plan }, { picture }));
    const red = [250, 0, 0, 250, 0, 0, 250, 0, 0, 250, 0, 0];
    expect(values).toEqual([red, 'not-a-picture', red, [0, 0, 250, 0, 0, 250, 0, 0, 250, 0, 0, 250]]);
  });

  it('of train and val keep their split', async () => {
    const { found } = await open(
      fromTexts({ 'd/train/a/1.png': RED, 'd/train/b/1.png': BLUE, 'd/val/a/2.png': RED, 'd/val/b/2.png': BLUE }),
    );
    expect(found.counts).toEqual({ training: 2, test: 2 });
    expect(found.suggested.split.keepsOwn).toBe(true);
  });

  it('of one class only are no data set, and say so', async () => {
    const { found, plan } = await open(fromTexts({ 'cat/1.png': RED, 'cat/2.png': BLUE }));
    expect(found.unclear).toContain('one-class');
    expect(await plan(found.suggested)).toEqual({
      ok: false,
      error: { code: 'import/one-class', values: { name: 'cat' } },
    });
  });

  it('of nothing readable list every file with its reason', async () => {
    expect(await failureOf(open(fromTexts({ 'a/1.png': 'x', 'b/2.txt': 'y' })))).toEqual({
      code: 'import/nothing-found',
      values: {
        skipped: [
          { name: 'b/2.txt', reason: 'unknown-kind', detail: '' },
          { name: 'a/1.png', reason: 'not-a-picture', detail: '' },
        ],
      },
    });
  });

  it('without a folder are told that they need one for each class', async () => {
    expect(await failureOf(open(fromTexts({ 'photo.png': RED })))).toEqual({
      code: 'import/nothing-found',
      values: { skipped: [{ name: 'photo.png', reason: 'no-class', detail: '' }] },
    });
  });

  it('never decode a picture that says it is huge', async () => {
    const huge = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0]);
    const opened = await open(fromTexts({ 'a/1.png': RED, 'b/1.png': BLUE, 'b/2.png': huge }));
    expect(await valuesOf(await planOf(opened, { picture }))).toEqual([
      expect.any(Array),
      expect.any(Array),
      'too-large',
    ]);
  });
});

describe('tables', () => {
  const FLOWERS = 'width,length,species\n1,2.5,iris\n3,4,rose\n5,6,iris\n7,x,rose\n8,9\n';

  it('of features learn the column of words; rows that do not fit are named', async () => {
    const { found, plan } = await open(fromTexts({ 'flowers.csv': FLOWERS }));
    expect(found.suggested.table).toMatchObject({ hasHeader: true, targets: [{ kind: 'classes', column: 'species' }] });
    expect(found.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'width number',
      'length text',
      'species text',
    ]);
    const table = found.suggested.table;
    if (table === null) throw new Error('a table');
    const planned = await planOf({ found, plan }, { table: { ...table, inputs: ['width', 'length'] } });
    expect(await valuesOf(planned)).toEqual([
      [1, 2.5],
      [3, 4],
      [5, 6],
    ]);
    expect(classesOf(planned.columns[0])).toEqual([0, 1, 0]);
    expect(planned.skipped).toEqual([
      { name: 'flowers.csv:4', reason: 'not-a-number', detail: '7, x, rose' },
      { name: 'flowers.csv:5', reason: 'wrong-cell-count', detail: '8, 9' },
    ]);
  });

  it('without a header name columns by number, and can be told that there is one', async () => {
    const source = fromTexts({ 'x.csv': '1,2\n3,4\n' });
    expect((await open(source)).found.columns.map(({ name }) => name)).toEqual(['column 1', 'column 2']);
    expect((await open(source, true)).found.columns.map(({ name }) => name)).toEqual(['1', '2']);
  });

  it('of numbers learn them: regression of several columns', async () => {
    const { found, plan } = await open(fromTexts({ 'houses.csv': 'rooms,price,tax\n3,100.5,7\n4,200.25,8\n' }));
    const table = found.suggested.table;
    if (table === null) throw new Error('a table');
    const planned = await planOf(
      { found, plan },
      { table: { ...table, inputs: ['rooms'], targets: [{ kind: 'values', columns: ['price', 'tax'] }] } },
    );
    expect(planned.targets).toEqual([{ kind: 'values', name: 'values', columns: ['price', 'tax'] }]);
    expect(numbersOf(planned.columns[0])).toEqual([100.5, 7, 200.25, 8]);
    expect(planned.inputShape).toEqual([1]);
  });

  it('of several labels take them from columns of 0 and 1, or from one list', async () => {
    const { found, plan } = await open(fromTexts({ 'm.csv': 'a,sun,sea,tags\n1,1,0,red|blue\n2,0,1,\n3,1,1,blue\n' }));
    const table = found.suggested.table;
    if (table === null) throw new Error('a table');
    expect(table.targets).toEqual([{ kind: 'label-list', column: 'tags', separator: '|' }]);
    const lists = await planOf({ found, plan }, { table: { ...table, inputs: ['a'] } });
    expect(lists.targets).toEqual([{ kind: 'labels', name: 'tags', labels: ['blue', 'red'] }]);
    expect(numbersOf(lists.columns[0])).toEqual([1, 1, 0, 0, 1, 0]);
    const columns = await planOf(
      { found, plan },
      { table: { ...table, inputs: ['a'], targets: [{ kind: 'labels', columns: ['sun', 'sea'] }] } },
    );
    expect(numbersOf(columns.columns[0])).toEqual([1, 0, 0, 1, 1, 1]);
  });

  it('of a square of bytes and a label are pictures, in files to train and to test on', async () => {
    const row = (label: number, value: number): string => `${label},${Array<number>(64).fill(value).join(',')}\n`;
    const { found, plan } = await open(
      fromTexts({ 'mnist_test.csv': row(1, 9), 'mnist_train.csv': row(0, 7) + row(1, 8) }),
    );
    expect(found).toMatchObject({
      counts: { training: 2, test: 1 },
      suggested: { picture: { height: 8, width: 8, colour: 'grey' } },
    });
    const planned = await planOf({ found, plan });
    expect(planned.inputShape).toEqual([8, 8, 1]);
    expect(planned.isTest).toEqual([true, false, false]);
    expect((await valuesOf(planned)).map(([first]) => first)).toEqual([9, 7, 8]);
  });

  it('that name pictures learn what they say of them', async () => {
    const { found, plan } = await open(
      fromTexts({
        'd/ages.csv': 'file,age\nimg/1.png,31.5\nimg/2.png,7.25\nimg/3.png,1\n',
        'd/img/1.png': RED,
        'd/img/2.png': BLUE,
      }),
    );
    expect(found).toMatchObject({
      format: 'table-of-pictures',
      suggested: { table: { fileColumn: 'file', targets: [{ kind: 'values', columns: ['age'] }] } },
    });
    const planned = await planOf({ found, plan }, { picture: { height: 1, width: 1, colour: 'rgb', fit: 'cover' } });
    expect(await valuesOf(planned)).toEqual([
      [250, 0, 0],
      [0, 0, 250],
    ]);
    expect(numbersOf(planned.columns[0])).toEqual([31.5, 7.25]);
    expect(planned.skipped).toMatchObject([{ name: 'ages.csv:3', reason: 'missing-picture' }]);
  });
});

describe('a camera', () => {
  it('gives classes of pictures', async () => {
    const shot = (label: number) => ({
      label,
      picture: { width: 2, height: 2, data: new Uint8ClampedArray(16).fill(255) },
    });
    const opened = await open({ kind: 'camera', classes: ['yes', 'no'], shots: [shot(0), shot(1), shot(0)] });
    expect(opened.found.classes.map(({ training }) => training)).toEqual([2, 1]);
    expect(await valuesOf(await planOf(opened))).toEqual(Array<number[]>(3).fill(Array<number>(12).fill(255)));
  });
});
