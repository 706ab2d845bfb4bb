import { z } from 'zod';
import { PersonId } from '../../core/ids.ts';
import { IntentName } from '../../core/intent.ts';

/** At most as long as something typed in one breath. */
export const MOST_CHARACTERS = 200;
export const LEAST_WORDS = 2;
/** More than an officer can look after. */
export const MOST_PHRASES = 300;

/** "When somebody says … they mean …", with who said so and when. */
export const Phrase = z.strictObject({
  /** Never used again, so that a button of an old list takes back nothing else. */
  number: z.int().positive(),
  text: z.string().min(1).max(MOST_CHARACTERS),
  intent: IntentName,
  /** What the officer said is meant, in words; absent where it was chosen from the list. */
  as: z.string().min(1).max(MOST_CHARACTERS).optional(),
  addedBy: PersonId,
  at: z.iso.datetime({ offset: true }),
});
export type Phrase = z.infer<typeof Phrase>;

/** All phrases of an authority in one record: what an officer was shown of one depends on all the others. */
export const PhraseList = z.strictObject({
  v: z.literal(1),
  /** Counts changes. A card carries the one it was made from. */
  revision: z.int().nonnegative(),
  phrases: z.array(Phrase).max(MOST_PHRASES),
});
export type PhraseList = z.infer<typeof PhraseList>;

/** What was done to the phrases, kept when the phrase itself is gone. */
export const PhraseChange = z.strictObject({
  v: z.literal(1),
  at: z.iso.datetime({ offset: true }),
  by: PersonId,
  did: z.enum(['added', 'taken_back']),
  phrase: Phrase,
});
export type PhraseChange = z.infer<typeof PhraseChange>;

/** A message the bot asked back about or could not answer, with every name and number taken out. Nothing says whose it was. */
export const Unanswered = z.strictObject({
  v: z.literal(1),
  /** Masked. */
  text: z.string().min(1).max(1000),
  /** The meanings offered; none where it was not answered at all. */
  offered: z.array(IntentName).max(3),
  times: z.int().positive(),
  first: z.iso.date(),
  latest: z.iso.date(),
  /** Last day it is kept, counted from the first: being said again does not keep it longer. */
  until: z.iso.date(),
});
export type Unanswered = z.infer<typeof Unanswered>;
