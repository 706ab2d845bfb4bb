import type { JsonObject, Stored } from '../../core/store.ts';

/** A value as `node:sqlite` gives it back. */
export type Value = null | number | bigint | string | NodeJS.NonSharedUint8Array;

/** The columns every reading statement gives back, in this order. */
export const storedColumns = 'd.partition, d.id, d.type, json(d.body), d.etag';

export function toStored(row: readonly Value[]): Stored {
  const [partition, id, type, body, etag] = row;
  const parsed: JsonObject = JSON.parse(String(body));
  return { partition: String(partition), id: String(id), type: String(type), body: parsed, etag: String(etag) };
}
