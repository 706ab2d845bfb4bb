import { createReadStream } from 'node:fs';
import { BrokenFile } from './broken-file.ts';

/**
 * How a file's bytes are to be read. `latin_1_as_utf_8`: somebody read windows-1252 as Latin-1 and saved it as UTF-8, so
 * that a typographic apostrophe became U+0092. The register is published as windows-1252 and met in all three ways.
 */
export type Encoding = 'utf_8' | 'windows_1252' | 'latin_1_as_utf_8';

export interface TextForm {
  readonly encoding: Encoding;
  /** Spreadsheets on a Mac may still end lines with a carriage return alone. */
  readonly lineEnd: 'line_feed' | 'carriage_return';
}

const C1 = /[\u0080-\u009f]/;
const C1_ALL = /[\u0080-\u009f]/g;

/** Reads the file once, in pieces, keeping none of it. Throws `BrokenFile` for a workbook, UTF-16 or an empty file. */
export async function findTextForm(file: string): Promise<TextForm> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let valid = true;
  let twiceRead = false;
  let lineFeed = false;
  let bytes = 0;
  const look = (text: string) => {
    twiceRead ||= C1.test(text);
  };
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    if (bytes === 0) refuseOtherFormats(file, chunk);
    bytes += chunk.length;
    lineFeed ||= chunk.includes(0x0a);
    if (valid) valid = tried(() => look(utf8.decode(chunk, { stream: true })));
    if (!valid && lineFeed) break;
  }
  if (bytes === 0) throw new BrokenFile(file, 'the file is empty.');
  if (valid) valid = tried(() => look(utf8.decode()));
  return {
    encoding: !valid ? 'windows_1252' : twiceRead ? 'latin_1_as_utf_8' : 'utf_8',
    lineEnd: lineFeed ? 'line_feed' : 'carriage_return',
  };
}

function tried(decode: () => void): boolean {
  try {
    decode();
    return true;
  } catch (fault) {
    if (fault instanceof TypeError) return false;
    throw fault;
  }
}

function refuseOtherFormats(file: string, start: Buffer): void {
  if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) {
    throw new BrokenFile(
      file,
      'this is an Excel workbook or a zip file. Open it and save it as “CSV UTF-8”, then try again.',
    );
  }
  const mark = start.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    throw new BrokenFile(
      file,
      'this file is saved as “Unicode text” (UTF-16). Save it as “CSV UTF-8”, then try again.',
    );
  }
}

/** The file's text, piece by piece. A byte order mark is dropped. */
export async function* decodeText(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding === 'windows_1252' ? 'windows-1252' : 'utf-8');
  const read = encoding === 'latin_1_as_utf_8' ? repairTwiceRead : (text: string) => text;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    yield read(decoder.decode(chunk, { stream: true }));
  }
  yield read(decoder.decode());
}

const windows1252 = new TextDecoder('windows-1252');

/** Reads the control characters again as the windows-1252 bytes they were. */
export function repairTwiceRead(text: string): string {
  return text.replace(C1_ALL, (character) => windows1252.decode(Uint8Array.of(character.charCodeAt(0))));
}
