import type { Temporal } from 'temporal-polyfill';
import { londonDate } from '../../core/clock.ts';
import type { DateMention } from '../../core/intent.ts';
import type { HalfTermDates } from '../../core/term-dates.ts';
import { halfTermsFrom } from './half-terms.ts';
import type { Lean } from './reading.ts';
import { spotDates } from './spot-dates.ts';

export type { Lean } from './reading.ts';

/** Reads the dates of one message against the moment it was sent. */
export type ReadDates = (text: string, at: Temporal.Instant, lean: Lean) => readonly DateMention[];

/** `published` are the authority's half terms; years it has not published follow the usual English pattern. */
export function dateReader(published: readonly HalfTermDates[]): ReadDates {
  const around = halfTermsFrom(published);
  return (text, at, lean) => {
    const today = londonDate(at);
    return spotDates(text, { today, lean, halfTerms: around(today) });
  };
}
