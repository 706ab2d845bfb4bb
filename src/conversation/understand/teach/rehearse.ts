import type { AddedPhrase, Rehearsal, TakenOtherwise } from '../../../core/phrases.ts';
import type { Understander } from '../create-understanding.ts';
import type { PreparedSample } from './prepare-sample.ts';
import type { SampleMessage } from './read-sample.ts';
import { takingTurns } from './take-turns.ts';
import { isTakenAlike, servedBy, takenBy } from './taken.ts';

/** Reads the sample before and after a change to the added phrases. */
export async function rehearse(
  understander: Understander,
  sample: PreparedSample,
  before: readonly AddedPhrase[],
  after: readonly AddedPhrase[],
): Promise<Rehearsal> {
  const touched = changed(before, after).map(({ text }) => text);
  const [was, is] = [understander.withPhrases(before), understander.withPhrases(after)];
  const found = await takingTurns(sample.near(touched), 5, (message) => compare(message, was, is));
  return { messages: sample.size, otherwise: found.flat().sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]) };
}

const ORDER = { worse: 0, better: 1, neither: 2 } as const satisfies Record<TakenOtherwise['verdict'], number>;

function changed(before: readonly AddedPhrase[], after: readonly AddedPhrase[]): readonly AddedPhrase[] {
  const lacks = (list: readonly AddedPhrase[]) => (one: AddedPhrase) =>
    !list.some((other) => other.text === one.text && other.intent === one.intent);
  return [...before.filter(lacks(after)), ...after.filter(lacks(before))];
}

function compare(message: SampleMessage, was: Understander, is: Understander): readonly TakenOtherwise[] {
  const before = takenBy(was, message.text, message.roles);
  const after = takenBy(is, message.text, message.roles);
  if (isTakenAlike(before, after)) return [];
  const gained = servedBy(after, message.intent) - servedBy(before, message.intent);
  const verdict = gained > 0 ? 'better' : gained < 0 ? 'worse' : 'neither';
  return [{ text: message.text, before, after, verdict }];
}
