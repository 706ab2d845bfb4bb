import { writeFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { createUnderstanding, type Models } from '../../src/conversation/understand/create-understanding.ts';
import { drawChart } from './draw-chart.ts';
import { leedsParts } from './leeds-parts.ts';
import { readMessages } from './read-training.ts';
import { demoSchools } from './registers.ts';
import { summary } from './report.ts';
import { type Scored, score } from './score.ts';

const AT = Temporal.Instant.from('2026-11-22T12:00:00Z');
export const PICTURES = new URL('../../docs/pictures/', import.meta.url);

/** How messages of these writers fare from end to end with models that never saw them. */
export function scoreWriters(writers: readonly string[], models: Models): readonly Scored[] {
  const understander = createUnderstanding(leedsParts(demoSchools()), models);
  return readMessages()
    .filter(({ writer }) => writers.includes(writer))
    .map((one) => score(one, understander, AT));
}

/** Models calibrated as others are. */
export function calibratedLike(like: Models, { wishes, concerns }: Models): Models {
  const { temperature, sureFrom } = like.wishes;
  return {
    wishes: { ...wishes, temperature, sureFrom },
    concerns: { ...concerns, sureFrom: like.concerns.sureFrom },
  };
}

/** One line of figures. */
export function printFigures(name: string, scored: readonly Scored[]): void {
  const { top1, top3, answeredDirectly, directPrecision, served } = summary(scored);
  console.log(
    `${name.padEnd(34)} ${JSON.stringify({ messages: scored.length, top1, top3, answeredDirectly, directPrecision, served })}`,
  );
}

/** Of messages heard with such a share, how many were heard rightly: a table, and a picture of it. */
export function drawReliability(scored: readonly Scored[]): void {
  const plain = scored.filter(({ understanding }) => !understanding.concern && understanding.asks.length === 1);
  const bins = Array.from({ length: 10 }, (_, i) => {
    const own = plain.filter(({ share }) => Math.min(9, Math.floor(share * 10)) === i);
    const right = own.filter(({ first }) => first).length / own.length;
    const meanShare = own.reduce((sum, { share }) => sum + share, 0) / own.length;
    return { from: i / 10, count: own.length, meanShare, right };
  }).filter(({ count }) => count > 0);
  console.log('share said   messages   mean share   right');
  for (const bin of bins)
    console.log(
      `${bin.from.toFixed(1)} to ${(bin.from + 0.1).toFixed(1)}   ${String(bin.count).padStart(8)}   ${bin.meanShare.toFixed(3).padStart(10)}   ${bin.right.toFixed(3)}`,
    );
  const off = bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.right - bin.meanShare), 0) / plain.length;
  console.log(`mean gap between said and right: ${off.toFixed(3)}`);
  const points = bins.map(({ meanShare, right, count }) => ({ x: meanShare, y: right, note: `${count} messages` }));
  const ideal = {
    name: 'as sure as right',
    dashed: true,
    points: [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ],
  };
  const title = 'How sure, and how often right: five writers held out';
  writeFileSync(
    new URL('calibration.svg', PICTURES),
    drawChart({
      title,
      across: 'share given to the likeliest intent',
      up: 'how often it was right',
      lines: [{ name: 'measured', points }, ideal],
    }),
  );
}
