import type { IntentName } from '../../../core/intent.ts';
import type { Features } from './features.ts';
import { rowFinder } from './row-finder.ts';
import type { Model, Weights } from './weights-file.ts';

/** How likely each of several names is, likeliest first; shares sum to 1. */
export type Shares<Name extends string> = readonly { readonly name: Name; readonly confidence: number }[];

/** How likely each intent is. */
export type Ranking = Shares<IntentName>;

/** Ranks what a model tells apart, by what readers noticed in a message. */
export function ranker<Name extends string>(model: Model): (noticed: readonly Features[]) => Shares<Name> {
  const { classes, temperature } = model;
  const readers = model.readers.map((weights) => ({ weights, rowOf: rowFinder(weights.features) }));
  return (noticed) => {
    const shares = new Float64Array(classes.length);
    readers.forEach((reader, i) => {
      const features = noticed[i];
      if (!features) return;
      const own = softmax(scores(features, reader, classes.length));
      own.forEach((share, c) => {
        shares[c] = (shares[c] ?? 0) + share / readers.length;
      });
    });
    return [...cooled(shares, temperature)]
      .map((confidence, c) => ({ name: classes[c] as Name, confidence }))
      .sort((a, b) => b.confidence - a.confidence);
  };
}

interface Reader {
  readonly weights: Weights;
  readonly rowOf: (hash: number) => number;
}

/** The sum of weights of what is known in the message, over the length of everything noticed. */
function scores({ hashes, strengths }: Features, { weights, rowOf }: Reader, classes: number): Float64Array {
  const sums = new Float64Array(classes);
  let length = 0;
  for (let i = 0; i < hashes.length; i++) {
    const at = rowOf(hashes[i] as number);
    if (at < 0) continue;
    const strength = (strengths[i] as number) * (weights.worths[at] as number);
    length += strength * strength;
    const from = at * classes;
    for (let c = 0; c < classes; c++) sums[c] = (sums[c] as number) + (weights.values[from + c] as number) * strength;
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
