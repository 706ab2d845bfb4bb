import type { Features } from '../../src/conversation/understand/classify/features.ts';
import type { Weights } from '../../src/conversation/understand/classify/weights-file.ts';
import { randomFrom } from './expand-line.ts';

/** How hard to learn. Chosen by leaving writers out; see docs/understanding.md. */
export const LEARNING = { rounds: 15, step: 0.15, decay: 1e-3, atLeast: 2, rarity: 0.75 };

/** An example with what each kind of reader notices in it. */
export interface Noticed<Name extends string> {
  readonly example: {
    readonly text: string;
    readonly role: string;
    readonly intent: Name;
    readonly weight: number;
    readonly writer: string;
  };
  readonly features: readonly Features[];
}

/** Multinomial logistic regression by AdaGrad with weight decay: one set of weights for each of the first `readers` kinds. */
export function learn<Name extends string>(
  learnFrom: readonly Noticed<Name>[],
  classes: readonly Name[],
  readers = learnFrom[0]?.features.length ?? 0,
  learning = LEARNING,
): readonly Weights[] {
  return Array.from({ length: readers }, (_, reader) => learnOne(learnFrom, reader, classes, learning));
}

function learnOne<Name extends string>(
  learnFrom: readonly Noticed<Name>[],
  reader: number,
  classes: readonly Name[],
  learning: typeof LEARNING,
): Weights {
  const known = commonFeatures(learnFrom, reader, learning);
  const data = learnFrom.map(({ example, features }) => ({
    ...onUnitLength(features[reader], known),
    wanted: classes.indexOf(example.intent),
    weight: example.weight,
  }));
  const values = descend(data, known.hashes.length, classes.length, learning);
  return { features: known.hashes, worths: known.worths, ...quantised(values) };
}

interface Known {
  readonly hashes: Uint32Array;
  readonly worths: Uint8Array;
  readonly rows: ReadonlyMap<number, number>;
}

/** Every feature met in at least so many messages, its row, and how rare it is. */
function commonFeatures(
  learnFrom: readonly Noticed<string>[],
  reader: number,
  { atLeast, rarity }: typeof LEARNING,
): Known {
  const met = new Map<number, number>();
  for (const { features } of learnFrom)
    for (const hash of features[reader]?.hashes ?? []) met.set(hash, (met.get(hash) ?? 0) + 1);
  const common = [...met].filter(([, times]) => times >= atLeast).sort((a, b) => a[0] - b[0]);
  const rarest = Math.log(learnFrom.length / atLeast) ** rarity;
  return {
    hashes: Uint32Array.from(common, ([hash]) => hash),
    worths: Uint8Array.from(common, ([, times]) =>
      Math.max(1, Math.round((255 * Math.log(learnFrom.length / times) ** rarity) / rarest)),
    ),
    rows: new Map(common.map(([hash], row) => [hash, row])),
  };
}

function onUnitLength(features: Features | undefined, { rows, worths }: Known): Pick<Datum, 'ids' | 'strengths'> {
  const ids: number[] = [];
  const strengths: number[] = [];
  let length = 0;
  features?.hashes.forEach((hash, i) => {
    const row = rows.get(hash);
    if (row === undefined) return;
    const strength = (features.strengths[i] ?? 0) * (worths[row] ?? 0);
    ids.push(row);
    strengths.push(strength);
    length += strength * strength;
  });
  const unit = 1 / Math.sqrt(length || 1);
  return { ids: Int32Array.from(ids), strengths: Float32Array.from(strengths, (value) => value * unit) };
}

interface Datum {
  readonly ids: Int32Array;
  readonly strengths: Float32Array;
  readonly wanted: number;
  readonly weight: number;
}

function descend(data: readonly Datum[], features: number, classes: number, learning: typeof LEARNING): Float32Array {
  const values = new Float32Array(features * classes);
  const steps = new Float32Array(features * classes).fill(1e-6);
  const share = new Float32Array(classes);
  const random = randomFrom('descend');
  const order = data.map((_, i) => i);
  for (let round = 0; round < learning.rounds; round++) {
    shuffle(order, random);
    for (const at of order) {
      const datum = data[at];
      if (datum) step(datum, values, steps, share, classes, learning);
    }
  }
  return values;
}

function step(
  datum: Datum,
  values: Float32Array,
  steps: Float32Array,
  share: Float32Array,
  classes: number,
  learning: typeof LEARNING,
): void {
  const { ids, strengths } = datum;
  share.fill(0);
  for (let k = 0; k < ids.length; k++) {
    const from = (ids[k] as number) * classes;
    const strength = strengths[k] as number;
    for (let c = 0; c < classes; c++) share[c] = (share[c] as number) + (values[from + c] as number) * strength;
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < classes; c++) most = Math.max(most, share[c] as number);
  let total = 0;
  for (let c = 0; c < classes; c++) {
    share[c] = Math.exp((share[c] as number) - most);
    total += share[c] as number;
  }
  for (let c = 0; c < classes; c++)
    share[c] = ((share[c] as number) / total - (datum.wanted === c ? 1 : 0)) * datum.weight;
  for (let k = 0; k < ids.length; k++) {
    const from = (ids[k] as number) * classes;
    const strength = strengths[k] as number;
    for (let c = 0; c < classes; c++) {
      const slope = (share[c] as number) * strength + learning.decay * (values[from + c] as number);
      const sum = (steps[from + c] as number) + slope * slope;
      steps[from + c] = sum;
      values[from + c] = (values[from + c] as number) - (learning.step * slope) / Math.sqrt(sum);
    }
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
}

/** One byte a weight. */
function quantised(values: Float32Array): Pick<Weights, 'values' | 'scale'> {
  const most = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const scale = Math.min(most, 6) / 127;
  return { values: Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / scale)))), scale };
}
