import { z } from 'zod';
import { Quote, Words } from './framework-source.ts';

/** Who settled something the published words leave open, and when. */
export const Ruling = z.strictObject({
  by: Words,
  on: z.iso.date(),
  note: Words.optional(),
});
export type Ruling = z.infer<typeof Ruling>;

const published = {
  unit: z.enum(['half_day', 'day', 'visit']),
  per: z.literal('academic_year'),
  /** What the documents say, each where it says it. They may contradict each other; they are kept as they stand. */
  statements: z.array(Quote).min(1),
  /** Present when the authority has ruled; the published statements stay beside it. */
  ruling: Ruling.optional(),
};

const count = z.int().positive();

/**
 * The core visits of one level in one academic year. One shape for each kind of promise, so that no number can be read as
 * another kind: "at least 4" has no ceiling and "up to 6" has no floor (domain.md §1, §17 no. 1 and 2).
 */
export const VisitEntitlement = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('exact'), count, ...published }),
  z.strictObject({ mode: z.literal('at_least'), min: count, ...published }),
  z.strictObject({ mode: z.literal('up_to'), max: count, ...published }),
  /** No number holds for every school: the school's own plan states it. */
  z.strictObject({ mode: z.literal('set_by_plan'), setBy: z.enum(['action_plan', 'adviser']), ...published }),
  /** The framework publishes no number of visits at this level. */
  z.strictObject({ mode: z.literal('none'), statements: z.array(Quote).min(1), ruling: Ruling.optional() }),
]);
export type VisitEntitlement = z.infer<typeof VisitEntitlement>;

/** What can truthfully be said about the visits still to come. */
export type VisitBalance =
  | { readonly mode: 'exact'; readonly promised: number; readonly recorded: number; readonly left: number }
  /** `owed` still promised; there is no upper limit. */
  | { readonly mode: 'at_least'; readonly promised: number; readonly recorded: number; readonly owed: number }
  /** `room` before the ceiling; nothing is owed. */
  | { readonly mode: 'up_to'; readonly ceiling: number; readonly recorded: number; readonly room: number }
  /** `stated` and `left` are present when the school's plan states a number. */
  | { readonly mode: 'set_by_plan'; readonly recorded: number; readonly stated?: number; readonly left?: number }
  | { readonly mode: 'none'; readonly recorded: number };

/**
 * Counts what was recorded against what was promised (domain.md §25, examples 1 to 3). Never below zero.
 * `recorded` is in the entitlement's own unit; `stated` is the number in the school's own action plan, where it has one.
 */
export function visitBalance(visits: VisitEntitlement, recorded: number, stated?: number): VisitBalance {
  const beyond = (number: number) => Math.max(0, number - recorded);
  switch (visits.mode) {
    case 'exact':
      return { mode: 'exact', promised: visits.count, recorded, left: beyond(visits.count) };
    case 'at_least':
      return { mode: 'at_least', promised: visits.min, recorded, owed: beyond(visits.min) };
    case 'up_to':
      return { mode: 'up_to', ceiling: visits.max, recorded, room: beyond(visits.max) };
    case 'set_by_plan':
      return stated === undefined
        ? { mode: 'set_by_plan', recorded }
        : { mode: 'set_by_plan', recorded, stated, left: beyond(stated) };
    case 'none':
      return { mode: 'none', recorded };
  }
}
