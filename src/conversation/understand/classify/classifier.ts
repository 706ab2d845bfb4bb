import type { IntentName } from '../../../core/intent.ts';
import { type Features, spellingFeatures, wordFeatures } from './features.ts';
import { hashOf } from './hash.ts';
import type { Model, Weights } from './weights-file.ts';
import { wordsOf } from './words.ts';

/** How likely each intent is, likeliest first; shares sum to 1. */
export type Ranking = readonly { readonly name: IntentName; readonly confidence: number }[];

/** Ranks the intents of one ask. `text` has its names taken out; `roles` are those of the speaker. */
export type Classify = (text: string, roles: readonly string[]) => Ranking;

/** The kinds of reader, in the order in which a model keeps their weights. */
export const READERS: readonly ((words: readonly string[], roles: readonly string[]) => Features)[] = [
  wordFeatures,
  spellingFeatures,
];

export function classifier(model: Model): Classify {
  const readers = model.readers.map((weights) => ({ weights, row: rowsOf(weights) }));
  const { classes, temperature } = model;
  return (text, roles) => {
    const words = wordsOf(text);
    const shares = new Float64Array(classes.length);
    readers.forEach(({ weights, row }, i) => {
      const features = READERS[i]?.(words, roles);
      if (!features) return;
      const own = softmax(scores(features, weights, row, classes.length));
      own.forEach((share, c) => {
        shares[c] = (shares[c] ?? 0) + share / readers.length;
      });
    });
    return [...cooled(shares, temperature)]
      .map((confidence, c) => ({ name: classes[c] as IntentName, confidence }))
      .sort((a, b) => b.confidence - a.confidence);
  };
}

function rowsOf(weights: Weights): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  for (let i = 0; i < weights.features.length; i++) rows.set(weights.features[i] ?? 0, i);
  return rows;
}

/** The sum of weights of what is known in the message, over the length of everything noticed. */
function scores(features: Features, weights: Weights, row: ReadonlyMap<number, number>, classes: number): Float64Array {
  const sums = new Float64Array(classes);
  let length = 0;
  for (const [feature, strength] of features) {
    const at = row.get(hashOf(feature));
    if (at === undefined) continue;
    length += strength * strength;
    const from = at * classes;
    for (let c = 0; c < classes; c++) sums[c] = (sums[c] ?? 0) + (weights.values[from + c] ?? 0) * strength;
  }
  const unit = length === 0 ? 0 : weights.scale / Math.sqrt(length);
  return sums.map((sum) => sum * unit);
}

export function softmax(values: Float64Array): Float64Array {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}

/** The same shares after calibration. */
export function cooled(shares: Float64Array, temperature: number): Float64Array {
  const powers = shares.map((share) => Math.max(share, 1e-9) ** (1 / temperature));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}
