import type { Temporal } from 'temporal-polyfill';
import type { PersonId } from './ids.ts';
import type { Person } from './people.ts';
import type { JsonObject } from './store.ts';

/** A file somebody takes away: made at the moment it is asked for, and kept nowhere. */
export interface MadeFile {
  /** "support-2026-11-22.xlsx" */
  readonly name: string;
  /** A media type: "text/calendar; charset=utf-8". */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes a file for the person as they are recorded now, whatever they were when they got the link. Throws `Refusal` when it
 * is not theirs to have, or no longer there to be had.
 */
export type MakeFile = (data: JsonObject, viewer: Person, now: Temporal.Instant) => Promise<MadeFile>;

/** Addresses from which one person may fetch one file for a quarter of an hour. */
export interface FileLinks {
  /** `file` names a maker among the features' `files`; `data` is handed to it. Resolves to a whole https address. */
  linkTo(wanted: {
    readonly file: string;
    readonly data: JsonObject;
    readonly viewer: PersonId;
    readonly now: Temporal.Instant;
  }): Promise<string>;
}
