import type { Temporal } from 'temporal-polyfill';
import type { SchoolId } from '../../core/ids.ts';
import type { Topic } from '../../core/intent.ts';
import type { Role } from '../../core/people.ts';
import type { AddedPhrase } from '../../core/phrases.ts';
import type { HalfTermDates } from '../../core/term-dates.ts';
import type { SchoolIndex } from '../schools/school-index.ts';
import type { LevelWords } from './entities/levels.ts';
import type { Named } from './entities/named-groups.ts';

/** What understanding is told about the partnership it serves. */
export interface UnderstandingParts {
  /** Asked anew for each message, so that a register that changed is heard at once. */
  readonly schools: () => SchoolIndex;
  /** The level words of the framework in force. */
  readonly levels: LevelWords;
  readonly reviewGroups: readonly Named[];
  readonly alliances: readonly Named[];
  /** The authority's published half terms. */
  readonly halfTerms: readonly HalfTermDates[];
  /** Asked anew for each message, as schools are. */
  readonly phrases?: () => readonly AddedPhrase[];
}

/** Who is speaking, when, and after what. */
export interface Speaking {
  readonly roles: readonly Role[];
  readonly at: Temporal.Instant;
  readonly topic?: Topic;
  /** The speaker's own schools: a name that fits one of them and others means this one. */
  readonly prefer?: ReadonlySet<SchoolId>;
}
