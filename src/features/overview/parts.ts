import type { FileLinks } from '../../core/files.ts';
import type { SheetWriters } from '../../core/sheet.ts';
import type { SupportParts } from '../support/index.ts';

/** What the use cases of this feature are given. */
export interface Parts
  extends Pick<
    SupportParts,
    'store' | 'framework' | 'partnership' | 'directory' | 'colleagues' | 'calendar' | 'focuses'
  > {
  readonly files: FileLinks;
  readonly sheets: SheetWriters;
}
