import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { listed } from '../../../core/wording.ts';
import { focusesInWords } from '../focuses.ts';
import { ownSchool } from '../own-school.ts';
import type { Parts } from '../parts.ts';
import { openRequestsOf } from '../records.ts';
import { findRoute } from '../routing/find-route.ts';
import { wishInputs } from '../views/wish-inputs.ts';
import { STATE_WORDS, whyThem } from '../views/words.ts';

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
    const known = (wanted.focuses ?? []).filter((key) => Object.hasOwn(parts.focuses, key));
    const passed = new Set([asking.viewer.id]);
    const to = await findRoute(parts, { school, focuses: known, today: asking.today, passed });
    const same = (await openRequestsOf(parts.store, school.id)).find(({ wish }) =>
      wish.focuses.some((key) => known.includes(key)),
    );
    const names = listed(to.names, 'or') || parts.partnership.contacts.adviserTeam.name;
    const toWhom = [names, whyThem(to)].filter((part) => part !== '').join(', ');
    return {
      card: 'support/request-form',
      data: {
        school: school.id,
        name: school.name,
        heading: 'Ask for support',
        lead: `This goes to ${toWhom}. Change anything that isn’t right. Nothing is sent until you press the button.`,
        names,
        problem: wanted.problem ?? '',
        hasProblem: wanted.problem !== undefined,
        same: same
          ? `${same.ref} about ${focusesInWords(parts.focuses, same.wish.focuses)} is open already: ${STATE_WORDS[same.state].toLowerCase()}. Say “${same.ref}” to see it.`
          : '',
        hasSame: same !== undefined,
        ...wishInputs(parts, wanted),
        amends: false,
        request: '',
        form: asking.turnId,
      },
      summary: `${wanted.problem ? `${wanted.problem} ` : ''}A request for ${school.name}${known.length > 0 ? ` about ${focusesInWords(parts.focuses, known)}` : ''}: check it, then send it to ${names}. Nothing is sent yet.`,
      sensitivity: 'restricted',
      topic: { school: school.id },
    };
  };
}
