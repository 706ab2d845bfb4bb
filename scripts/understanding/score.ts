import type { Temporal } from 'temporal-polyfill';
import type { Understander } from '../../src/conversation/understand/create-understanding.ts';
import type { Heard, IntentName, Understanding } from '../../src/core/intent.ts';
import { Role } from '../../src/core/people.ts';
import { roleOf } from './read-training.ts';
import { scoreDate } from './score-dates.ts';
import { type SchoolVerdict, scoreSchools } from './score-schools.ts';

/** One labelled line of a test file. Entities may be missing. */
export interface Labelled {
  readonly text: string;
  readonly role: string;
  readonly intent: IntentName;
  readonly entities?: Readonly<Record<string, unknown>>;
}

export interface Scored {
  readonly labelled: Labelled;
  readonly understanding: Understanding;
  /** Up to three intents, those answered or offered first. */
  readonly offered: readonly IntentName[];
  readonly direct: boolean;
  readonly first: boolean;
  readonly three: boolean;
  readonly served: boolean;
  readonly share: number;
  readonly school?: SchoolVerdict;
  readonly date?: boolean;
  readonly ms: number;
}

export function score(labelled: Labelled, understander: Understander, at: Temporal.Instant): Scored {
  const role = Role.safeParse(roleOf(labelled.role));
  const started = performance.now();
  const understanding = understander.understand(labelled.text, { roles: role.success ? [role.data] : [], at });
  const ms = performance.now() - started;
  const { asks } = understanding;
  const offered = inRounds(asks).slice(0, 3);
  const direct = asks.every((ask) => ask.sure);
  const firsts = asks.map((ask) => ask.intents[0]?.name);
  const first = firsts.includes(labelled.intent);
  const three = offered.includes(labelled.intent);
  const school = scoreSchools(labelled, asks);
  const date = scoreDate(labelled, asks);
  return {
    labelled,
    understanding,
    offered,
    direct,
    first,
    three,
    served: direct ? first : three,
    share: asks[0]?.intents[0]?.confidence ?? 0,
    ...(school ? { school } : {}),
    ...(date === undefined ? {} : { date }),
    ms,
  };
}

/** What several asks would be answered or offered with, three buttons in all: each ask's likeliest, then each one's next. */
function inRounds(asks: readonly Heard[]): readonly IntentName[] {
  const found: IntentName[] = [];
  for (let round = 0; round < 3; round++) {
    for (const ask of asks) {
      const name = ask.intents[round]?.name;
      if (name && !found.includes(name)) found.push(name);
    }
  }
  return found;
}
