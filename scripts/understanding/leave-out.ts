import type { ConcernOrNone } from '../../src/conversation/understand/concerns/concern-in.ts';
import type { Models } from '../../src/conversation/understand/create-understanding.ts';
import { IntentName } from '../../src/core/intent.ts';
import { CONCERN_READERS, CONCERNS, readConcernTraining } from './concern-lines.ts';
import { randomFrom } from './expand-line.ts';
import { LEARNING, learn, type Noticed } from './learn.ts';
import { notice } from './notice.ts';
import { readMessages, readPhrases } from './read-training.ts';

/** Everything there is to learn from, read as the product would read it. */
export interface TrainingMaterial {
  readonly messages: readonly Noticed<IntentName>[];
  readonly phrases: readonly Noticed<IntentName>[];
  readonly concerns: readonly Noticed<ConcernOrNone>[];
}

/** How many ways each line of the mini-grammar is spoken. */
export const WAYS_A_LINE = 4;

/** The five whose messages were collected apart from this project's: each held out in turn stands for a stranger. */
export const STRANGERS: readonly string[] = ['writer-1', 'writer-2', 'writer-3', 'writer-4', 'writer-5'];

export function readMaterial(): TrainingMaterial {
  return {
    messages: readMessages().map((example) => notice(example)),
    phrases: readPhrases(WAYS_A_LINE).map((example) => notice(example)),
    concerns: readConcernTraining(),
  };
}

/** Not calibrated yet: a share of 1 is asked for. */
const RAW = { temperature: 1, sureFrom: 1 };

/** Models learnt from everything but some writers' messages; of the rest, a share when one is given. */
export function learnWithout(
  writers: readonly string[],
  material: TrainingMaterial,
  how: { readonly share?: number; readonly learning?: Partial<typeof LEARNING>; readonly readers?: number } = {},
): Models {
  const random = randomFrom('share');
  const kept = <Name extends string>(all: readonly Noticed<Name>[]) =>
    all.filter(({ example }) => !writers.includes(example.writer) && random() < (how.share ?? 1));
  const learning = { ...LEARNING, ...how.learning };
  const classes = IntentName.options;
  return {
    wishes: {
      ...RAW,
      classes,
      readers: learn([...kept(material.phrases), ...kept(material.messages)], classes, how.readers, learning),
    },
    concerns: {
      ...RAW,
      classes: CONCERNS,
      readers: learn(kept(material.concerns), CONCERNS, CONCERN_READERS, learning),
    },
  };
}
