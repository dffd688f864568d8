import { walkEntries } from '@/lib/platform/data-files';

type Tree = { readonly [name: string]: Tree | string | null };

/** As browsers hand out what was dropped: a hundred entries at a time, none at the end; null cannot be read. */
function entryOf(name: string, content: Tree | string | null, parent = ''): FileSystemEntry {
  const fullPath = `${parent}/${name}`;
  const isDirectory = typeof content === 'object' && content !== null;
  const shared = { name, fullPath, isDirectory, isFile: !isDirectory };
  if (!isDirectory) {
    const file = (resolve: (file: File) => void, reject: (error: Error) => void): void =>
      content === null ? reject(new Error('NotReadableError')) : resolve(new File([content], name));
    return { ...shared, file } as unknown as FileSystemEntry;
  }
  const createReader = () => {
    const left = Object.entries(content).map(([inside, of]) => entryOf(inside, of, fullPath));
    const readEntries = (resolve: (entries: FileSystemEntry[]) => void): void => resolve(left.splice(0, 100));
    return { readEntries };
  };
  return { ...shared, createReader } as unknown as FileSystemEntry;
}

const lockedFolder = {
  ...{ name: 'locked', fullPath: '/photos/locked', isDirectory: true, isFile: false },
  createReader: () => ({ readEntries: (_: unknown, reject: (error: Error) => void) => reject(new Error('no')) }),
} as unknown as FileSystemEntry;

async function pathsOf(...entries: readonly FileSystemEntry[]): Promise<readonly string[]> {
  return (await walkEntries(entries)).map(({ path }) => path);
}

describe('what was dropped', () => {
  it('is walked to the end of each folder, however many hands it takes', async () => {
    const cats = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`${at}.png`, 'cat']));
    const paths = await pathsOf(entryOf('animals', { cats, dogs: { old: { 'rex.png': 'dog' } } }));
    expect(paths).toHaveLength(251);
    expect(new Set(paths).size).toBe(251);
    expect(paths).toContain('animals/cats/249.png');
    expect(paths).toContain('animals/dogs/old/rex.png');
  });

  it('is read with its bytes, files beside folders too', async () => {
    const [file] = await walkEntries([entryOf('table.csv', 'a,b')]);
    expect(file).toMatchObject({ path: 'table.csv', file: { name: 'table.csv', size: 3 } });
  });

  it('is without what systems hide in it', async () => {
    const tree = { '.DS_Store': 'x', 'a.png': 'a', '.hidden': { 'b.png': 'b' } };
    expect(await pathsOf(entryOf('photos', tree), entryOf('__MACOSX', { 'c.png': 'c' }))).toEqual(['photos/a.png']);
  });

  it('is there all the same where one of its files or folders cannot be read, which stand as empty files', async () => {
    const files = await walkEntries([entryOf('photos', { 'a.png': 'a', 'b.png': null }), lockedFolder]);
    const sizes = Object.fromEntries(files.map(({ path, file }) => [path, file.size]));
    expect(sizes).toEqual({ 'photos/a.png': 1, 'photos/b.png': 0, 'photos/locked': 0 });
  });
});
