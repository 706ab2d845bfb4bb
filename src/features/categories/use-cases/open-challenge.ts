import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { fingerprint } from '../../../core/fingerprint.ts';
import { SchoolId } from '../../../core/ids.ts';
import { queueNotice } from '../../../core/outbox.ts';
import type { Person } from '../../../core/people.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { School } from '../../../core/school.ts';
import { longDate } from '../../../core/wording.ts';
import { remindWhenOverdue } from '../challenge-messages.ts';
import { challengeWrite } from '../challenge-records.ts';
import { answerDue, CHALLENGE_KIND, mustBeOpen, namesOf, whoToTell } from '../challenge-route.ts';
import type { Parts } from '../parts.ts';
import { readSchool, schoolPartition } from '../records.ts';
import { type OpenChallenge as Challenge, ChallengeKind, MOST_CHALLENGE_CHARACTERS } from '../schema.ts';

export const OpenChallenge = z.strictObject({
  school: SchoolId,
  ref: z.string().min(1).max(300),
  kind: ChallengeKind,
  // Longer than a challenge may be, so that somebody who pastes a letter is told so instead of "out of date".
  text: z.string().trim().max(100_000),
});

/**
 * Records a factual-accuracy or review challenge and tells the adviser, in one commit: neither exists without the other.
 * The same card sent twice opens one challenge; sent again with other words, another.
 */
export function openChallenge(parts: Parts) {
  return async (wanted: z.infer<typeof OpenChallenge>, asking: Asking): Promise<Reply> => {
    const { viewer } = asking;
    const school = await readSchool(parts.store, wanted.school);
    if (!school || !viewer || !parts.needToKnow.may(viewer, 'challenge', school, asking.today)) throw notYoursToKnow();
    mustBeOpen(parts, wanted.kind);
    mustSaySomething(wanted.text);
    const told = whoToTell(parts, school, asking);
    const challenge: Challenge = {
      v: 1,
      id: fingerprint(JSON.stringify([viewer.id, wanted.ref, wanted.kind, wanted.text])),
      school: school.id,
      kind: wanted.kind,
      text: wanted.text,
      raised: { by: viewer.displayName, person: viewer.id, at: asking.today.toString() },
      state: 'open',
      told: told.map((person) => person.id),
    };
    const result = await parts.store.commit([
      challengeWrite(challenge),
      ...told.map((person) =>
        queueNotice(schoolPartition(school.id), {
          id: `challenge/${challenge.id}/${person.id}`,
          to: person.id,
          sendAt: asking.now,
          patient: false,
          reply: challengeNotice(challenge, school, viewer),
        }),
      ),
      ...remindWhenOverdue(parts, challenge, asking),
    ]);
    return { ...sent(parts, school, challenge, told), queued: result.outcome === 'committed' };
  };
}

function mustSaySomething(text: string): void {
  if (text === '') {
    throw new Refusal(
      'invalid_input',
      'Please say in a sentence or two what is wrong, then send it again. Nothing has been sent yet.',
      [{ input: 'text' }],
    );
  }
  if (text.length > MOST_CHALLENGE_CHARACTERS) {
    throw new Refusal(
      'invalid_input',
      `That is longer than I can pass on (${MOST_CHALLENGE_CHARACTERS} characters). Please put the main points here and send the rest by e-mail. Nothing has been sent yet.`,
      [{ input: 'text' }],
    );
  }
}

function challengeNotice(challenge: Challenge, school: School, viewer: Person) {
  const kind = CHALLENGE_KIND[challenge.kind];
  return {
    card: 'categories/challenge-received',
    data: {
      name: school.name,
      kind,
      by: viewer.title ? `${viewer.displayName}, ${viewer.title}` : viewer.displayName,
      on: longDate(challenge.raised.at),
      text: challenge.text,
      phone: viewer.phone ?? '',
      email: viewer.email ?? '',
      hasPhone: viewer.phone !== undefined,
      hasEmail: viewer.email !== undefined,
      school: school.id,
    },
    summary: `${viewer.displayName} has raised a challenge for ${school.name}: ${kind.toLowerCase()}.`,
  };
}

function sent(parts: Parts, school: School, challenge: Challenge, told: readonly Person[]): Reply {
  const team = parts.partnership.contacts.adviserTeam.name;
  const lead =
    told.length === 0
      ? `It is recorded, but nobody is on record for me to tell. Please speak to ${team} as well.`
      : `It is recorded, and ${namesOf(told)} ${told.length > 1 ? 'are' : 'is'} being told now. ${answerDue(parts)}`.trim();
  return {
    card: 'categories/challenge-sent',
    data: {
      name: school.name,
      kind: CHALLENGE_KIND[challenge.kind],
      text: challenge.text,
      lead,
      on: longDate(challenge.raised.at),
    },
    summary: `Your challenge for ${school.name} has been sent. ${lead}`,
    sensitivity: 'restricted',
    topic: { school: school.id },
    disclosures: [{ school: school.id, outcome: 'disclosed', what: `challenge opened: ${challenge.kind}` }],
  };
}
