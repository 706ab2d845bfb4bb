import type { AddedPhrase, Collisions, PhraseReader } from '../../../core/phrases.ts';
import type { SchoolIndex } from '../../schools/school-index.ts';
import { isInstruction } from '../concerns/spot-instruction.ts';
import type { Understander } from '../create-understanding.ts';
import { addedPhrases, isSamePhrase } from '../hear/added-phrases.ts';
import { type KnownNames, maskForReview } from './mask-for-review.ts';
import { type PreparedSample, prepareSample } from './prepare-sample.ts';
import type { SampleMessage } from './read-sample.ts';
import { rehearse } from './rehearse.ts';
import { takenBy } from './taken.ts';

export interface PhraseReaderParts {
  /** The reader in use, with the phrases in force. */
  readonly understander: Understander;
  readonly schools: () => SchoolIndex;
  readonly colleagues: KnownNames;
  /** Read once, when first asked for. */
  readonly sample: () => readonly SampleMessage[];
}

/** How many messages of another meaning to name: enough to see what it is about. */
const NAMED_ELSEWHERE = 3;

/** Understanding as seen by those who teach it. */
export function createPhraseReader(parts: PhraseReaderParts): PhraseReader {
  const { understander } = parts;
  let prepared: Promise<PreparedSample> | undefined;
  const sample = () => {
    prepared ??= prepareSample(parts.sample());
    return prepared;
  };
  // What people mean is what heads and those around them say: officers write the meaning down in their stead.
  const asked = (by: Understander, text: string) => takenBy(by, text, ['headteacher']);

  return {
    taken: (text) => asked(understander, text),
    same: isSamePhrase,
    collisions: async (phrase) => {
      const { concern } = asked(understander.withPhrases([]), phrase.text);
      return {
        ...(concern ? { concern } : {}),
        instruction: isInstruction(phrase.text),
        schools: schoolsIn(phrase.text, parts.schools()),
        elsewhere: elsewhere(phrase, await sample()),
      };
    },
    rehearse: async (before, after) => rehearse(understander, await sample(), before, after),
    forReview: (text) => maskForReview(text, { schools: parts.schools(), colleagues: parts.colleagues }),
  };
}

function schoolsIn(text: string, index: SchoolIndex): Collisions['schools'] {
  const names = index.spot(text).flatMap(({ candidates }) => candidates.map(({ name }) => name));
  return [...new Set(names)].slice(0, NAMED_ELSEWHERE);
}

function elsewhere(phrase: AddedPhrase, sample: PreparedSample): readonly AddedPhrase[] {
  const says = addedPhrases([phrase]);
  return sample
    .near([phrase.text])
    .filter(({ intent, text }) => intent !== phrase.intent && says(text) !== undefined)
    .slice(0, NAMED_ELSEWHERE)
    .map(({ intent, text }) => ({ intent, text }));
}
