import { cooled, ranker } from '../../src/conversation/understand/classify/classifier.ts';
import type { ConcernOrNone } from '../../src/conversation/understand/concerns/concern-in.ts';
import type { Models } from '../../src/conversation/understand/create-understanding.ts';
import type { IntentName } from '../../src/core/intent.ts';
import type { TrainingMaterial } from './leave-out.ts';

/** How a message was ranked by models that had never seen its writer. */
export interface Judged {
  readonly writer: string;
  readonly wanted: IntentName;
  readonly ranking: readonly { readonly name: IntentName; readonly confidence: number }[];
  /** How much it sounded of a concern, 0 to 1. */
  readonly concern: number;
}

/** Ranks one writer's messages. */
export function judge(writer: string, { messages }: TrainingMaterial, models: Models): readonly Judged[] {
  const rank = ranker<IntentName>(models.wishes);
  const rankConcerns = ranker<ConcernOrNone>(models.concerns);
  return messages
    .filter(({ example }) => example.writer === writer)
    .map(({ example, features }) => {
      const none = rankConcerns(features).find(({ name }) => name === 'none')?.confidence ?? 1;
      return { writer, wanted: example.intent, ranking: rank(features), concern: 1 - none };
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
  return Number(best.temperature.toFixed(2));
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

/** The lowest share from which no more than this part of ordinary messages is taken for a concern. */
export function fitConcernFrom(judged: readonly Judged[], falseAlarms: number): number {
  const ordinary = judged.filter(({ wanted }) => !MAY_BE_A_CONCERN.has(wanted)).map(({ concern }) => concern);
  return ordinary.sort((a, b) => b - a)[Math.floor(ordinary.length * falseAlarms)] ?? 1;
}

/** Labels under which somebody worried or cross may rightly be found. */
export const MAY_BE_A_CONCERN: ReadonlySet<IntentName> = new Set([
  'handoff_to_human',
  'out_of_scope',
  'help',
  'challenge_category',
]);
