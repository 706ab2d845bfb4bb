import type { QuerySpec, Store, Stored } from '../../core/store.ts';

/** Every record of a type, page by page. */
export async function* readAll(store: Store, spec: Pick<QuerySpec, 'type' | 'where'>): AsyncGenerator<Stored> {
  let continuation: string | undefined;
  do {
    const page = await store.query({ ...spec, limit: 1000, ...(continuation === undefined ? {} : { continuation }) });
    yield* page.items;
    continuation = page.continuation;
  } while (continuation !== undefined);
}
