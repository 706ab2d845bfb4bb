import { z } from 'zod';
import { academicYearOf, endOf } from '../../../core/academic-year.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { focusChoices } from '../focuses.ts';
import { ownSchool } from '../own-school.ts';
import type { Parts } from '../parts.ts';
import { MOST_HALF_DAYS } from '../schema.ts';
import { NO_OTHER } from '../views/request-form.ts';

const words = z.string().max(4000).optional();

export const StartOffer = z.strictObject({
  focuses: z.array(z.string().max(100)).max(10).optional(),
  halfDays: words.or(z.number()),
  who: words,
  from: words,
  to: words,
  conditions: words,
  problem: z.string().max(400).optional(),
});

/** Shows an offer filled in from what was said. Nothing is kept until it is sent, and nobody has to offer anything. */
export function startOffer(parts: Parts) {
  return async (wanted: z.infer<typeof StartOffer>, asking: Asking): Promise<Reply> => {
    const school = ownSchool(parts, asking, undefined);
    const known = (wanted.focuses ?? []).filter((key) => Object.hasOwn(parts.focuses, key));
    const halfDays = Number(wanted.halfDays ?? '');
    return {
      card: 'support/offer-form',
      data: {
        school: school.id,
        name: school.name,
        problem: wanted.problem ?? '',
        hasProblem: wanted.problem !== undefined,
        focuses: focusChoices(parts.focuses),
        focus: known[0] ?? '',
        others: [{ title: 'Nothing else', value: NO_OTHER }, ...focusChoices(parts.focuses)],
        also: known[1] ?? NO_OTHER,
        phase: school.phase,
        hasHalfDays: Number.isInteger(halfDays) && halfDays >= 1 && halfDays <= MOST_HALF_DAYS,
        halfDays,
        who: wanted.who ?? '',
        from: wanted.from ?? asking.today.toString(),
        to_day: wanted.to ?? endOf(academicYearOf(asking.today)).toString(),
        conditions: wanted.conditions ?? '',
        form: asking.turnId,
      },
      summary: `${wanted.problem ? `${wanted.problem} ` : ''}An offer from ${school.name}: check it, then put it in the directory. Nothing is shown to others yet.`,
      sensitivity: 'restricted',
      topic: { school: school.id },
    };
  };
}
