import type { Directory } from '../../core/directory.ts';
import type { Framework } from '../../core/framework.ts';
import type { Partnership } from '../../core/partnership.ts';

export interface Parts {
  readonly framework: Framework;
  readonly partnership: Partnership;
  readonly directory: Directory;
}
