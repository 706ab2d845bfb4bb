import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../core/calendar.ts';
import type { Colleagues, Directory } from '../../core/directory.ts';
import type { Framework } from '../../core/framework.ts';
import type { Concern, DateMention } from '../../core/intent.ts';
import type { Partnership } from '../../core/partnership.ts';
import type { Store } from '../../core/store.ts';

/** What the use cases of this feature are given. */
export interface Parts {
  readonly store: Store;
  readonly framework: Framework;
  readonly partnership: Partnership;
  readonly directory: Directory;
  readonly colleagues: Colleagues;
  readonly calendar: Calendar;
  /** What support can be about, by key, in words. */
  readonly focuses: Readonly<Record<string, string>>;
  /** Whether words speak of a child, a colleague's private matter or somebody at risk: such words are never kept. */
  readonly spotConcern: (text: string) => Concern | undefined;
  /** Days said, as British people mean them. Left out: a person is asked for them on a card. */
  readonly readDates?: (text: string, at: Temporal.Instant) => readonly DateMention[];
}
