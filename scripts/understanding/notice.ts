import { buildSchoolIndex } from '../../src/conversation/schools/build-school-index.ts';
import { READERS } from '../../src/conversation/understand/classify/classifier.ts';
import { withoutNames } from '../../src/conversation/understand/classify/mask.ts';
import { wordsOf } from '../../src/conversation/understand/classify/words.ts';
import type { Noticed } from './learn.ts';
import type { Example } from './read-training.ts';

const NO_REGISTER = buildSchoolIndex([]);

/** Reads an example as the product would, in a partnership whose register holds none of its schools. */
export function notice(example: Example): Noticed {
  const words = wordsOf(withoutNames(example.text, NO_REGISTER.spot(example.text)));
  return { example, features: READERS.map((reader) => reader(words, [example.role])) };
}
