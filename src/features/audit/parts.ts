import type { Colleagues, Directory } from '../../core/directory.ts';
import type { NeedToKnow } from '../../core/disclosure.ts';
import type { Store } from '../../core/store.ts';

export interface Parts {
  readonly store: Store;
  readonly directory: Directory;
  readonly colleagues: Colleagues;
  readonly needToKnow: NeedToKnow;
}
