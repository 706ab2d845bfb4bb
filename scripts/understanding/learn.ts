import { READERS } from '../../src/conversation/understand/classify/classifier.ts';
import type { Features } from '../../src/conversation/understand/classify/features.ts';
import { hashOf } from '../../src/conversation/understand/classify/hash.ts';
import type { Weights } from '../../src/conversation/understand/classify/weights-file.ts';
import type { IntentName } from '../../src/core/intent.ts';
import { randomFrom } from './expand-line.ts';
import type { Example } from './read-training.ts';

/** How hard to learn. Chosen by leaving writers out; see docs/understanding.md. */
export const LEARNING = { rounds: 15, step: 0.25, decay: 1e-3, atLeast: 2 };

/** An example with what each kind of reader notices in it. */
export interface Noticed {
  readonly example: Example;
  readonly features: readonly Features[];
}

/** Multinomial logistic regression by AdaGrad with weight decay: one set of weights for each kind of reader. */
export function learn(
  learnFrom: readonly Noticed[],
  classes: readonly IntentName[],
  learning = LEARNING,
): readonly Weights[] {
  return READERS.map((_, reader) => learnOne(learnFrom, reader, classes, learning));
}

function learnOne(
  learnFrom: readonly Noticed[],
  reader: number,
  classes: readonly IntentName[],
  learning: typeof LEARNING,
): Weights {
  const rows = commonFeatures(learnFrom, reader, learning.atLeast);
  const data = learnFrom.map(({ example, features }) => {
    const found = features[reader] ?? new Map<string, number>();
    let ids = new Int32Array(found.size);
    let strengths = new Float32Array(found.size);
    let length = 0;
    let i = 0;
    for (const [feature, strength] of found) {
      const known = rows.get(feature);
      if (known === undefined) continue;
      ids[i] = known;
      strengths[i] = strength;
      length += strength * strength;
      i += 1;
    }
    ids = ids.subarray(0, i);
    strengths = strengths.subarray(0, i);
    const unit = 1 / Math.sqrt(length || 1);
    return {
      ids,
      strengths: strengths.map((value) => value * unit),
      wanted: classes.indexOf(example.intent),
      weight: example.weight,
    };
  });
  const values = descend(data, rows.size, classes.length, learning);
  return quantised(rows, values, classes.length);
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

/** Every feature met in at least so many messages, and its row. */
function commonFeatures(learnFrom: readonly Noticed[], reader: number, atLeast: number): Map<string, number> {
  const met = new Map<string, number>();
  for (const { features } of learnFrom)
    for (const feature of features[reader]?.keys() ?? []) met.set(feature, (met.get(feature) ?? 0) + 1);
  const rows = new Map<string, number>();
  for (const [feature, times] of met) if (times >= atLeast) rows.set(feature, rows.size);
  return rows;
}

/** One byte a weight. */
function quantised(rows: ReadonlyMap<string, number>, values: Float32Array, classes: number): Weights {
  const heaviest = [...rows].map(([feature, row]) => ({ hash: hashOf(feature), row })).sort((a, b) => a.hash - b.hash);
  const distinct = heaviest.filter((one, i) => one.hash !== heaviest[i - 1]?.hash);
  const most = distinct.reduce((max, { row }) => Math.max(max, peak(values, row, classes)), 0);
  const scale = Math.min(most, 6) / 127;
  const packed = new Int8Array(distinct.length * classes);
  distinct.forEach(({ row }, i) => {
    for (let c = 0; c < classes; c++) {
      const value = Math.round((values[row * classes + c] as number) / scale);
      packed[i * classes + c] = Math.max(-127, Math.min(127, value));
    }
  });
  return { features: Uint32Array.from(distinct, (one) => one.hash), values: packed, scale };
}

function peak(values: Float32Array, row: number, classes: number): number {
  let most = 0;
  for (let c = 0; c < classes; c++) most = Math.max(most, Math.abs(values[row * classes + c] as number));
  return most;
}
