import type { Calendar } from '../../core/calendar.ts';
import type { Colleagues, Directory } from '../../core/directory.ts';
import type { NeedToKnow } from '../../core/disclosure.ts';
import type { Framework } from '../../core/framework.ts';
import type { Partnership } from '../../core/partnership.ts';
import type { Store } from '../../core/store.ts';

/** What the use cases of this feature are given. */
export interface Parts {
  readonly store: Store;
  readonly calendar: Calendar;
  readonly framework: Framework;
  readonly partnership: Partnership;
  readonly directory: Directory;
  readonly colleagues: Colleagues;
  readonly needToKnow: NeedToKnow;
}
