import type { WriteCalendar } from '../../core/calendar-file.ts';
import type { FileLinks } from '../../core/files.ts';
import type { SupportParts } from '../support/index.ts';

export interface Parts extends SupportParts {
  /** Absent where nothing can be taken away: then no card offers it. */
  readonly files?: FileLinks;
  readonly writeCalendar: WriteCalendar;
}
