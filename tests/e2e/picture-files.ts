import { crc32, deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { Dropped } from './drop-files';

type Colour = readonly [number, number, number];

/** A real PNG file of one colour with a darker square somewhere in it, so that no two are alike. */
export function pngFile(side: number, colour: Colour, index: number): Buffer {
  const rows = Buffer.alloc(side * (1 + side * 3));
  const at = (index * 5) % Math.max(1, side - 6);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const isDark = row >= at && row < at + 6 && column >= at && column < at + 6;
      colour.forEach((value, channel) => {
        rows[row * (1 + side * 3) + 1 + column * 3 + channel] = isDark ? value / 3 : value;
      });
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND')]);
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}

/** Red and blue squares of 20 × 20 in a folder each, and two files that are no pictures although they say so. */
export function colourZip(perClass: number): Dropped {
  const files: Record<string, Uint8Array> = {};
  for (let index = 0; index < perClass; index += 1) {
    files[`colours/red/${index}.png`] = pngFile(20, [220, 30 + index, 40], index);
    files[`colours/blue/${index}.png`] = pngFile(20, [30, 40 + index, 210], index);
  }
  files['colours/red/broken.png'] = Buffer.from('this is no picture');
  files['colours/blue/cut-off.png'] = pngFile(20, [30, 40, 210], 0).subarray(0, 60);
  return { name: 'colours.zip', bytes: Buffer.from(zipSync(files)) };
}
