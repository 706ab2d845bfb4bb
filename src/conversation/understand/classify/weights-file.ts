import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** What one reader has learnt: for every feature it knows, how much it speaks for each intent. */
export interface Weights {
  /** Feature hashes, rising. */
  readonly features: Uint32Array;
  /** How telling each feature is, the rarer the more: only their proportions matter. */
  readonly worths: Uint8Array;
  /** One row of `classes` numbers for each feature, in units of `scale`. */
  readonly values: Int8Array;
  readonly scale: number;
}

/** A trained model as shipped: what tells wishes apart, or concerns. */
export interface Model {
  readonly classes: readonly string[];
  readonly readers: readonly Weights[];
  /** Above 1 softens the shares, below 1 sharpens them: fitted on writers held out. */
  readonly temperature: number;
  /** From this share up, take it as said. */
  readonly sureFrom: number;
}

/** Packs a model into one compressed file: a JSON line, then each reader's hashes and weights. */
export function packModel(model: Model): Buffer {
  const head = Buffer.from(
    JSON.stringify({
      classes: model.classes,
      temperature: model.temperature,
      sureFrom: model.sureFrom,
      readers: model.readers.map((reader) => ({ features: reader.features.length, scale: reader.scale })),
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const parts = model.readers.flatMap((reader) => [
    gaps(reader.features),
    Buffer.from(reader.worths),
    bytes(byClass(reader.values, model.classes.length)),
  ]);
  return brotliCompressSync(Buffer.concat([length, head, ...parts]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
}

/** Throws `SyntaxError` or `RangeError` on a damaged file. */
export function unpackModel(packed: Buffer): Model {
  const raw = brotliDecompressSync(packed);
  const length = raw.readUInt32LE(0);
  const head = JSON.parse(raw.toString('utf8', 4, 4 + length)) as {
    classes: string[];
    temperature: number;
    sureFrom: number;
    readers: { features: number; scale: number }[];
  };
  let at = 4 + length;
  const readers = head.readers.map(({ features: count, scale }) => {
    const features = ungap(raw, at, count);
    at += count * 4;
    const worths = Uint8Array.from(raw.subarray(at, at + count));
    at += count;
    const values = byFeature(new Int8Array(raw.buffer, raw.byteOffset + at, count * head.classes.length), count);
    at += values.length;
    return { features, worths, values, scale };
  });
  return { classes: head.classes, readers, temperature: head.temperature, sureFrom: head.sureFrom };
}

/** Differences between rising hashes compress better than the hashes. */
function gaps(features: Uint32Array): Buffer {
  const out = Buffer.alloc(features.length * 4);
  for (let i = 0; i < features.length; i++)
    out.writeUInt32LE(((features[i] ?? 0) - (features[i - 1] ?? 0)) >>> 0, i * 4);
  return out;
}

function ungap(raw: Buffer, at: number, count: number): Uint32Array {
  const features = new Uint32Array(count);
  let hash = 0;
  for (let i = 0; i < count; i++) {
    hash = (hash + raw.readUInt32LE(at + i * 4)) >>> 0;
    features[i] = hash;
  }
  return features;
}

function byClass(values: Int8Array, classes: number): Int8Array {
  const count = values.length / classes;
  const out = new Int8Array(values.length);
  for (let f = 0; f < count; f++) for (let c = 0; c < classes; c++) out[c * count + f] = values[f * classes + c] ?? 0;
  return out;
}

function byFeature(values: Int8Array, count: number): Int8Array {
  const classes = values.length / count;
  const out = new Int8Array(values.length);
  for (let f = 0; f < count; f++) for (let c = 0; c < classes; c++) out[f * classes + c] = values[c * count + f] ?? 0;
  return out;
}

function bytes(values: Int8Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}
