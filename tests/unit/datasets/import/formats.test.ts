/** @jest-environment node */
import { gzipSync, strToU8, zipSync } from 'fflate';
import { gunzip, inflate } from '@/lib/datasets/import/archives/inflate';
import { openArchives } from '@/lib/datasets/import/archives/open-archives';
import { blobSource, memorySource } from '@/lib/datasets/import/byte-source';
import { cleanPath, EntryError, isJunk, readWhole } from '@/lib/datasets/import/entry';
import { cellNumber, csvRows, findDelimiter } from '@/lib/datasets/import/formats/csv';
import { readIdxHeader } from '@/lib/datasets/import/formats/idx';
import { readNpyHeader } from '@/lib/datasets/import/formats/npy';
import { pictureSize } from '@/lib/datasets/import/pictures/picture-size';
import { openRows } from '@/lib/datasets/import/sources/array-files';
import { expected, fixture, sourceFile } from './harness';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(strToU8(text));

async function rowsOf(text: string | Uint8Array<ArrayBuffer>): Promise<readonly (readonly string[])[]> {
  const source = memorySource(typeof text === 'string' ? bytesOf(text) : text);
  const rows: (readonly string[])[] = [];
  for await (const some of csvRows(source, await findDelimiter(source))) rows.push(...some);
  return rows;
}

describe('arrays of NumPy', () => {
  it.each(Object.keys(expected.npy))('%s.npy is read as NumPy has it', async (name) => {
    const bytes = fixture(`${name}.npy`);
    const header = readNpyHeader(bytes);
    expect(header.shape).toEqual([5, 2, 3, 2]);
    const entry = { path: name, size: bytes.length, open: () => Promise.resolve(memorySource(bytes)) };
    const rows = await openRows({ name, entry, header });
    const values: number[] = [];
    for (let row = 0; row < rows.count; row += 1) values.push(...(await rows.read(row)));
    expect(values).toEqual(expected.npy[name]);
  });

  it('of a kind that is not read name it', () => {
    const text = new TextDecoder('latin1').decode(fixture('f8.npy')).replace("'<f8'", "'<c8'");
    expect(() => readNpyHeader(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).toThrow(/unknown-kind: c64/);
  });
});

describe('an IDX header', () => {
  it('is refused where the file is not as long as it says', () => {
    const bytes = Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 2, 5, 6]);
    expect(readIdxHeader(bytes, bytes.length)).toEqual({ shape: [2], offset: 8 });
    expect(readIdxHeader(bytes, bytes.length - 1)).toBeNull();
    expect(readIdxHeader(Uint8Array.from([0, 0, 13, 1, 0, 0, 0, 2]), 16)).toBeNull();
  });
});

describe('comma-separated values', () => {
  it('keep quoted delimiters, quotes and line ends, and leave out empty lines', async () => {
    const text = 'name,note\r\n"Smith, J.","said ""hi""\r\nand left"\r\n\r\nplain, 5" disc \n';
    expect(await rowsOf(text)).toEqual([
      ['name', 'note'],
      ['Smith, J.', 'said "hi"\r\nand left'],
      ['plain', ' 5" disc '],
    ]);
  });

  it('are read alike wherever the file is cut into parts', async () => {
    const row = '"a ""quoted"" cell\nof two lines",2,"x,y"\n';
    const rows = await rowsOf(row.repeat(60_000));
    expect(rows).toHaveLength(60_000);
    expect(new Set(rows.map((cells) => cells.join('|')))).toEqual(new Set(['a "quoted" cell\nof two lines|2|x,y']));
  });

  it('may be separated by semicolons, with commas in numbers, and be in UTF-16', async () => {
    const utf16 = Uint8Array.from(Buffer.from('\ufeffa;b\n1,5;2\n', 'utf16le'));
    expect(await rowsOf(utf16)).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(cellNumber('1,5', ';')).toBe(1.5);
    expect(cellNumber('1,5', ',')).toBeNaN();
    expect(cellNumber(' ', ',')).toBeNaN();
  });

  it('with a quote that is never closed end, and do not gather the whole file', async () => {
    await expect(rowsOf(`a,b\n"${'x'.repeat(2 ** 24 + 2 ** 21)}`)).rejects.toThrow(/damaged/);
  });
});

describe('the size of a picture', () => {
  it.each(Object.entries(expected.pictures))('is known from the header of %s', (_, hex) => {
    const bytes = Uint8Array.from(Buffer.from(hex, 'hex'));
    expect(pictureSize(bytes)).toEqual({ width: 21, height: 13 });
    for (let length = 0; length < Math.min(bytes.length, 40); length += 1) {
      expect(() => pictureSize(bytes.subarray(0, length))).not.toThrow();
    }
  });
});

describe('an archive', () => {
  it('of files with odd names gives them cleaned, without what systems leave behind', async () => {
    const { entries, skipped } = await openArchives([sourceFile('odd.zip', fixture('odd.zip'))]);
    expect(entries.map(({ path }) => path).sort()).toEqual([
      'odd/pets/cats/a b.png',
      'odd/pets/cats/damaged.png',
      'odd/pets/chó/một.png',
    ]);
    expect(skipped).toEqual([{ name: 'odd/pets/cats/empty.png', reason: 'empty-file', detail: '' }]);
    const read = (name: string): Promise<Uint8Array> => {
      const entry = entries.find(({ path }) => path.endsWith(name));
      return entry === undefined ? Promise.reject(new Error(name)) : readWhole(entry);
    };
    expect(new TextDecoder().decode(await read('một.png'))).toBe('first'.repeat(100));
    await expect(read('damaged.png')).rejects.toThrow(/damaged: CRC-32/);
  });

  it('whose entry unpacks to more than it says is stopped at what it says', () => {
    const packed = zipSync({ a: new Uint8Array(2 ** 24) });
    const stream = packed.subarray(30 + 1);
    expect(() => inflate(stream.subarray(0, 16_000), 1000)).toThrow(EntryError);
  });

  it('of gzip that unpacks to more than is held, or is cut off, is refused', async () => {
    const packed = Uint8Array.from(gzipSync(new Uint8Array(2 ** 20)));
    await expect(gunzip(memorySource(packed), 2 ** 19)).rejects.toThrow(/too-packed/);
    await expect(gunzip(memorySource(packed.subarray(0, packed.length - 300)), 2 ** 21)).rejects.toThrow(/damaged/);
    expect(await gunzip(blobSource(new Blob([packed])), 2 ** 20)).toHaveLength(2 ** 20);
  });

  it('that is cut off is one broken file, and the others are read', async () => {
    const zip = fixture('odd.zip');
    const cut = sourceFile('cut.zip', zip.slice(0, 500));
    const { entries, skipped } = await openArchives([cut, sourceFile('a/1.png', 'x')]);
    expect(entries.map(({ path }) => path)).toEqual(['a/1.png']);
    expect(skipped).toMatchObject([{ name: 'cut.zip', reason: 'damaged' }]);
  });

  it('never names a place outside of itself', () => {
    expect(cleanPath('..\\..\\etc/./pass\u0000wd\u202e')).toBe('etc/passwd');
    expect(isJunk('a/.git/1.png')).toBe(true);
    expect(isJunk('a/b.png')).toBe(false);
  });
});
