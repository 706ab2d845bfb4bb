import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { fingerprint } from '../../../core/fingerprint.ts';
import { SchoolId } from '../../../core/ids.ts';
import { queueNotice } from '../../../core/outbox.ts';
import type { Person } from '../../../core/people.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { School } from '../../../core/school.ts';
import { listed, longDate } from '../../../core/wording.ts';
import type { Parts } from '../parts.ts';
import { challengeWrite, readSchool, schoolPartition } from '../records.ts';
import { type Challenge, ChallengeKind } from '../schema.ts';

export const OpenChallenge = z.strictObject({
  school: SchoolId,
  ref: z.string().min(1).max(300),
  kind: ChallengeKind,
  text: z.string().trim().max(2000),
});

/**
 * Records a factual-accuracy or review challenge and tells the adviser, in one commit: neither exists without the other.
 * The same card sent twice opens one challenge.
 */
export function openChallenge(parts: Parts) {
  return async (wanted: z.infer<typeof OpenChallenge>, asking: Asking): Promise<Reply> => {
    const { viewer } = asking;
    const school = await readSchool(parts.store, wanted.school);
    if (!school || !viewer || !parts.needToKnow.may(viewer, 'challenge', school, asking.today)) throw notYoursToKnow();
    if (wanted.text === '') {
      throw new Refusal(
        'invalid_input',
        'Please say in a sentence or two what is wrong, then send it again. Nothing has been sent yet.',
      );
    }
    const told = whoToTell(parts, school, asking);
    const challenge: Challenge = {
      v: 1,
      // The same card sent again with other words is another challenge, not a repeat.
      id: `${wanted.ref}/${fingerprint(`${wanted.kind} ${wanted.text}`)}`,
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
    ]);
    return { ...sent(school, challenge, told), queued: result.outcome === 'committed' };
  };
}

/** The school's adviser, and when there is none the head of service: never nobody. */
function whoToTell(parts: Parts, school: School, asking: Asking): readonly Person[] {
  const adviser = parts.colleagues.adviserOf(school, asking.today);
  return adviser && adviser.id !== asking.viewer?.id
    ? [adviser]
    : parts.colleagues.holding('head_of_service', asking.today);
}

const KIND: Record<ChallengeKind, string> = {
  factual_accuracy: 'Factual accuracy',
  review: 'Request for a review',
};

function challengeNotice(challenge: Challenge, school: School, viewer: Person) {
  return {
    card: 'categories/challenge-received',
    data: {
      name: school.name,
      kind: KIND[challenge.kind],
      by: viewer.displayName,
      on: longDate(challenge.raised.at),
      text: challenge.text,
      phone: viewer.phone ?? '',
      email: viewer.email ?? '',
      hasPhone: viewer.phone !== undefined,
      hasEmail: viewer.email !== undefined,
      school: school.id,
    },
    summary: `${viewer.displayName} has raised a challenge for ${school.name} (${KIND[challenge.kind].toLowerCase()}).`,
  };
}

function sent(school: School, challenge: Challenge, told: readonly Person[]): Reply {
  const names = listed(told.map((person) => person.displayName));
  const lead =
    names === '' ? 'It is recorded.' : `It is recorded, and ${names} ${told.length > 1 ? 'are' : 'is'} being told now.`;
  return {
    card: 'categories/challenge-sent',
    data: {
      name: school.name,
      kind: KIND[challenge.kind],
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
