import type { Partnership } from '../../core/partnership.ts';
import type { NotAnswered, PhraseReader } from '../../core/phrases.ts';
import type { Store } from '../../core/store.ts';
import { keepUnanswered } from './unanswered-records.ts';

/**
 * Keeps what was asked back or not answered, without names, for officers to learn from. `undefined` where the authority has not
 * switched that on: then nothing is looked at.
 */
export function keeperForReview(parts: {
  readonly store: Store;
  readonly partnership: Pick<Partnership, 'review'>;
  readonly phraseReader: Pick<PhraseReader, 'forReview'>;
}): ((message: NotAnswered) => Promise<void>) | undefined {
  const { keepUnanswered: isOn, keepDays } = parts.partnership.review;
  if (!isOn) return undefined;
  return async (message) => {
    const masked = parts.phraseReader.forReview(message.text);
    if (masked !== undefined) await keepUnanswered(parts.store, masked, message, keepDays);
  };
}
