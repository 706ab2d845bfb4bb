import type { IntentName } from '../../../core/intent.ts';
import type { Ranking } from './classifier.ts';

/** The same ranking with one intent decided; the others share what is left in their old proportion. */
export function putFirst(ranking: Ranking, name: IntentName, confidence: number): Ranking {
  const others = ranking.filter((one) => one.name !== name);
  const left = others.reduce((sum, one) => sum + one.confidence, 0) || 1;
  return [
    { name, confidence },
    ...others.map((one) => ({ ...one, confidence: (one.confidence / left) * (1 - confidence) })),
  ];
}
