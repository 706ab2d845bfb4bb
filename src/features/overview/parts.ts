import type { Calendar } from '../../core/calendar.ts';
import type { Colleagues, Directory } from '../../core/directory.ts';
import type { FileLinks } from '../../core/files.ts';
import type { Framework } from '../../core/framework.ts';
import type { Partnership } from '../../core/partnership.ts';
import type { SheetWriters } from '../../core/sheet.ts';
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
  readonly files: FileLinks;
  readonly sheets: SheetWriters;
}
