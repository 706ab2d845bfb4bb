import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { listed } from '../../../core/wording.ts';
import { focusChoices, focusesInWords } from '../focuses.ts';
import { ownSchool } from '../own-school.ts';
import type { Parts } from '../parts.ts';
import { openRequestsOf } from '../records.ts';
import { NO_OTHER } from '../request-form.ts';
import { route } from '../route.ts';
import { MOST_HALF_DAYS } from '../schema.ts';
import { KIND_WORDS, RULE_WORDS, STATE_WORDS } from '../words.ts';

const words = z.string().max(4000).optional();

/** What was heard, or what was filled in before, to start from. */
export const StartRequest = z.strictObject({
  school: z.string().max(100).optional(),
  focuses: z.array(z.string().max(100)).max(10).optional(),
  kind: z.string().max(40).optional(),
  halfDays: words.or(z.number()),
  yearGroups: words,
  from: words,
  to: words,
  outcome: words,
  tried: words,
  chairMayKnow: z.boolean().optional(),
  problem: z.string().max(400).optional(),
});
export type StartRequest = z.infer<typeof StartRequest>;

/** Shows a request filled in from what was said, and who it would go to. Nothing is kept until it is sent. */
export function startRequest(parts: Parts) {
  return async (wanted: StartRequest, asking: Asking): Promise<Reply> => {
    const school = ownSchool(parts, asking, wanted.school);
    if (!asking.viewer) throw new Refusal('not_linked', 'I don’t know you yet.');
    const to = route(parts.colleagues, school, asking.today, new Set([asking.viewer.id]));
    const known = (wanted.focuses ?? []).filter((key) => Object.hasOwn(parts.focuses, key));
    const same = (await openRequestsOf(parts.store, school.id)).find(({ wish }) =>
      wish.focuses.some((key) => known.includes(key)),
    );
    const names = listed(to.names, 'or') || parts.partnership.contacts.adviserTeam.name;
    const halfDays = Number(wanted.halfDays ?? '');
    return {
      card: 'support/request-form',
      data: {
        school: school.id,
        name: school.name,
        to: [names, RULE_WORDS[to.rule]].filter((part) => part !== '').join(', '),
        names,
        problem: wanted.problem ?? '',
        hasProblem: wanted.problem !== undefined,
        same: same
          ? `${same.ref} about ${focusesInWords(parts.focuses, same.wish.focuses)} is open already: ${STATE_WORDS[same.state].toLowerCase()}. Say “${same.ref}” to see it.`
          : '',
        hasSame: same !== undefined,
        focuses: focusChoices(parts.focuses),
        focus: known[0] ?? '',
        others: [{ title: 'Nothing else', value: NO_OTHER }, ...focusChoices(parts.focuses)],
        also: known[1] ?? NO_OTHER,
        kinds: Object.entries(KIND_WORDS).map(([value, title]) => ({ title, value })),
        kind: wanted.kind && Object.hasOwn(KIND_WORDS, wanted.kind) ? wanted.kind : 'visit',
        hasHalfDays: Number.isInteger(halfDays) && halfDays >= 1 && halfDays <= MOST_HALF_DAYS,
        halfDays,
        yearGroups: wanted.yearGroups ?? '',
        from: wanted.from ?? '',
        to_day: wanted.to ?? '',
        outcome: wanted.outcome ?? '',
        tried: wanted.tried ?? '',
        chairMayKnow: wanted.chairMayKnow ? 'true' : 'false',
        form: asking.turnId,
      },
      summary: `${wanted.problem ? `${wanted.problem} ` : ''}A request for ${school.name}${known.length > 0 ? ` about ${focusesInWords(parts.focuses, known)}` : ''}: check it, then send it to ${names}. Nothing is sent yet.`,
      sensitivity: 'restricted',
      topic: { school: school.id },
    };
  };
}
