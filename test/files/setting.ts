import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { PersonId } from '../../src/core/ids.ts';
import { personRef } from '../../src/core/linking.ts';
import type { Person } from '../../src/core/people.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { createFileDesk } from '../../src/files/index.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { personWrite } from '../harness/records.ts';

export const MADE_AT = Temporal.Instant.from('2026-11-18T10:00:00Z');

export const JO: Person = {
  v: 1,
  id: PersonId.parse('jo'),
  displayName: 'Jo Bell',
  grants: [{ role: 'adviser', scope: { type: 'authority' }, from: '2026-09-01' }],
};

/** A desk over an empty store with one maker, which makes a file for advisers and breaks for "broken". */
export async function openDesk(
  { publicUrl }: { readonly publicUrl: string | undefined } = { publicUrl: 'https://bot.calderbrook.example/' },
) {
  let now = MADE_AT;
  const clock = { now: () => now };
  const store = openSqliteStore({ file: ':memory:', clock });
  await store.commit([personWrite(JO)]);
  const made: { data: unknown; viewer: Person }[] = [];
  let count = 0;
  const desk = createFileDesk({
    store,
    // A test's randomness, and a real digest.
    secrets: {
      bytes: (wanted) => createHash('sha512').update(String(count++)).digest().subarray(0, wanted),
      digest: (text) => createHash('sha256').update(text).digest('hex'),
    },
    publicUrl: () => publicUrl,
    makerOf: (file) => {
      if (file !== 'test.list') return undefined;
      return async (data, viewer) => {
        if (data.what === 'broken') throw new Error('a fault');
        if (!viewer.grants.some(({ role }) => role === 'adviser')) throw new Refusal('not_yours_to_know', 'No.');
        made.push({ data, viewer });
        return {
          name: 'a “list”\r\nX-Bad: 1.csv',
          type: 'text/csv; charset=utf-8',
          bytes: new TextEncoder().encode('a,b'),
        };
      };
    },
  });
  return {
    desk,
    store,
    clock,
    made,
    setTime: (at: Temporal.Instant) => {
      now = at;
    },
    link: (what = 'all') => desk.links.linkTo({ file: 'test.list', data: { what }, viewer: JO.id, now }),
    become: (person: Person) => store.commit([personWrite(person)]),
    forget: () => store.commit([{ kind: 'delete', ref: personRef(JO.id), guard: 'any' }]),
    audited: async () => (await store.query({ type: 'audit' })).items.map(({ body }) => body),
  };
}

export function tokenOf(link: string): string {
  return link.slice(link.lastIndexOf('/') + 1);
}
