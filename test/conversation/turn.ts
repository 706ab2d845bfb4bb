import { Temporal } from 'temporal-polyfill';
import { EventId } from '../../src/core/ids.ts';
import type { Store } from '../../src/core/store.ts';
import type { PlaceKind, Turn } from '../../src/core/turn.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';

export const NOW = Temporal.Instant.from('2026-11-18T10:00:00Z');

export interface Moving {
  readonly store: Store;
  setTime(at: Temporal.Instant): void;
}

/** A store whose clock a test moves: what it forgets, it forgets by that clock. */
export function openMovingStore(): Moving {
  let now = NOW;
  return {
    store: openSqliteStore({ file: ':memory:', clock: { now: () => now } }),
    setTime: (at) => {
      now = at;
    },
  };
}

export function turnOf(
  ids: readonly string[],
  over: {
    readonly at?: Temporal.Instant;
    readonly place?: PlaceKind;
    readonly user?: string;
    readonly text?: string;
  } = {},
): Turn {
  const [first = 'turn-1', ...others] = ids;
  const { place = 'personal', user = 'user-1', text = 'hello' } = over;
  return {
    ids: [EventId.parse(first), ...others.map((id) => EventId.parse(id))],
    at: over.at ?? NOW,
    from: { identity: { platform: 'teams', tenant: 'tenant', user } },
    place: { kind: place, conversation: `${place}-${place === 'personal' ? user : '1'}`, address: { in: place } },
    input: { kind: 'text', text },
  };
}
