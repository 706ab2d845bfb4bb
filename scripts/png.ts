import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue and opacity, each from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number];
/** The colour at a point of the picture, both measures from 0 to 1. */
export type Painter = (x: number, y: number) => Colour;

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Points per pixel and direction that are averaged, which smooths the edges. */
const FINENESS = 4;
const CHANNELS = 4;

/** A square PNG, eight bits a channel with opacity (PNG specification, third edition). */
export function paintPng(size: number, paint: Painter): Buffer {
  const rows = Buffer.alloc(size * (1 + size * CHANNELS));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const at = row * (1 + size * CHANNELS) + 1 + column * CHANNELS;
      rows.set(averaged(paint, column, row, size), at);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function averaged(paint: Painter, column: number, row: number, size: number): readonly number[] {
  let [red, green, blue, opacity] = [0, 0, 0, 0];
  for (let i = 0; i < FINENESS * FINENESS; i += 1) {
    const x = (column + ((i % FINENESS) + 0.5) / FINENESS) / size;
    const y = (row + (Math.floor(i / FINENESS) + 0.5) / FINENESS) / size;
    const [r, g, b, a] = paint(x, y);
    red += r * a;
    green += g * a;
    blue += b * a;
    opacity += a;
  }
  // A transparent pixel still has a colour; white keeps an outline white all over.
  const share = (sum: number) => Math.round(255 * (opacity === 0 ? 1 : sum / opacity));
  return [share(red), share(green), share(blue), Math.round((255 * opacity) / FINENESS ** 2)];
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
