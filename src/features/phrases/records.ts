import type { Ref, Store, Write } from '../../core/store.ts';
import { PhraseChange, PhraseList } from './schema.ts';

const PARTITION = 'phrases';
const LIST: Ref = { partition: PARTITION, id: 'list' };

export interface HeldPhrases {
  readonly list: PhraseList;
  readonly guard: { readonly etag: string } | 'must-not-exist';
}

/** The phrases as they stand. One read. */
export async function readPhrases(store: Store): Promise<HeldPhrases> {
  const found = await store.get(LIST);
  if (!found) return { list: { v: 1, revision: 0, phrases: [] }, guard: 'must-not-exist' };
  return { list: PhraseList.parse(found.body), guard: { etag: found.etag } };
}

/** The list as it is to be and what was done to it, in one commit. */
export function changeWrites(held: HeldPhrases, list: PhraseList, change: PhraseChange): readonly Write[] {
  return [
    { kind: 'put', ref: LIST, type: 'phrases', body: PhraseList.parse(list), guard: held.guard },
    {
      kind: 'put',
      ref: { partition: PARTITION, id: `change/${list.revision}` },
      type: 'phrase-change',
      body: PhraseChange.parse(change),
      guard: 'must-not-exist',
    },
  ];
}
