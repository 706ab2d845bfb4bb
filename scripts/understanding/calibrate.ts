import { buildSchoolIndex } from '../../src/conversation/schools/build-school-index.ts';
import { classifier, cooled } from '../../src/conversation/understand/classify/classifier.ts';
import { withoutNames } from '../../src/conversation/understand/classify/mask.ts';
import type { Model } from '../../src/conversation/understand/classify/weights-file.ts';
import type { IntentName } from '../../src/core/intent.ts';
import { learn, type Noticed } from './learn.ts';

/** How a message was ranked by a model that had never seen its writer. */
export interface Judged {
  readonly writer: string;
  readonly wanted: IntentName;
  readonly text: string;
  readonly role: string;
  readonly ranking: readonly { readonly name: IntentName; readonly confidence: number }[];
}

const NO_REGISTER = buildSchoolIndex([]);

/** Holds each writer's messages out in turn, learns from the rest and from the grammar, and ranks them. */
export function leaveWritersOut(
  messages: readonly Noticed[],
  phrases: readonly Noticed[],
  classes: readonly IntentName[],
  writers: readonly string[],
): readonly Judged[] {
  return writers.flatMap((writer) => {
    const rest = [...phrases, ...messages.filter(({ example }) => example.writer !== writer)];
    const classify = classifier({ classes, readers: learn(rest, classes), temperature: 1, sureFrom: 1 });
    return messages
      .filter(({ example }) => example.writer === writer)
      .map(({ example }) => ({
        writer,
        wanted: example.intent,
        text: example.text,
        role: example.role,
        ranking: classify(withoutNames(example.text, NO_REGISTER.spot(example.text)), [example.role]),
      }));
  });
}

/** The temperature under which the shares given to the right intents are likeliest. */
export function fitTemperature(judged: readonly Judged[]): number {
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (let temperature = 0.3; temperature <= 2.5; temperature += 0.02) {
    const loss = judged.reduce((sum, one) => {
      const shares = cooled(
        Float64Array.from(one.ranking, ({ confidence }) => confidence),
        temperature,
      );
      const at = one.ranking.findIndex(({ name }) => name === one.wanted);
      return sum - Math.log(shares[at] ?? 1e-9);
    }, 0);
    if (loss < best.loss) best = { temperature, loss };
  }
  return best.temperature;
}

export function cool(judged: readonly Judged[], temperature: number): readonly Judged[] {
  return judged.map((one) => {
    const shares = cooled(
      Float64Array.from(one.ranking, ({ confidence }) => confidence),
      temperature,
    );
    return { ...one, ranking: one.ranking.map(({ name }, i) => ({ name, confidence: shares[i] ?? 0 })) };
  });
}

/** The lowest share from which answers at once are right this often. */
export function fitSureFrom(judged: readonly Judged[], precision: number): number {
  const ranked = judged
    .map((one) => ({ share: one.ranking[0]?.confidence ?? 0, right: one.ranking[0]?.name === one.wanted }))
    .sort((a, b) => b.share - a.share);
  let right = 0;
  let threshold = 1;
  ranked.forEach((one, i) => {
    right += one.right ? 1 : 0;
    if (i >= 50 && right / (i + 1) >= precision) threshold = one.share;
  });
  return threshold;
}

export type Calibration = Pick<Model, 'temperature' | 'sureFrom'>;
