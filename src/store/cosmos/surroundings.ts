import type { Container } from '@azure/cosmos';
import type { Pause } from './patience.ts';

/** What every operation of an open store works with. */
export interface Surroundings {
  readonly container: Container;
  /** The present moment, in milliseconds since 1970. */
  readonly now: () => number;
  readonly pause: Pause;
}
