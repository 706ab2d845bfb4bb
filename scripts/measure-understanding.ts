/**
 * What docs/understanding.md reports of two writers held out: how much more material brings, and what each step of the learning
 * does. Takes several minutes. (Each writer held out in turn: scripts/train-understanding.ts.)
 *
 *   node scripts/measure-understanding.ts curve       learning from 10 to 100 %, and docs/pictures/learning-curve.svg
 *   node scripts/measure-understanding.ts steps       without each step in turn
 */
import { writeFileSync } from 'node:fs';
import { type Models, shippedModels } from '../src/conversation/understand/create-understanding.ts';
import { drawChart } from './understanding/draw-chart.ts';
import { learnWithout, readMaterial } from './understanding/leave-out.ts';
import { summary } from './understanding/report.ts';
import { calibratedLike, PICTURES, printFigures, scoreWriters } from './understanding/strangers.ts';

const HELD = ['writer-2', 'writer-5'];
const what = process.argv[2] ?? 'curve';
const material = readMaterial();
const shipped = shippedModels();

if (what === 'curve') {
  const curve = [0.1, 0.25, 0.5, 0.75, 1].map((share) => {
    const scored = scoreWriters(HELD, calibratedLike(shipped, learnWithout(HELD, material, { share })));
    printFigures(`${100 * share} % of the rest`, scored);
    return { share, ...summary(scored) };
  });
  const line = (name: string, of: (point: (typeof curve)[number]) => number | null) => ({
    name,
    points: curve.map((point) => ({ x: point.share, y: of(point) ?? 0, note: String(of(point)) })),
  });
  const lines = [line('right first', ({ top1 }) => top1), line('served', ({ served }) => served)];
  const title = 'More varied messages help: writers 2 and 5 held out';
  writeFileSync(
    new URL('learning-curve.svg', PICTURES),
    drawChart({ title, across: 'share of the training material', up: 'share of messages', from: 0.4, lines }),
  );
}

if (what === 'steps') {
  const mine = material.messages.filter(({ example }) => !/^voice-[ijk]$/.test(example.writer));
  const steps: Readonly<Record<string, () => Models>> = {
    'as shipped': () => learnWithout(HELD, material),
    'words only': () => learnWithout(HELD, material, { readers: 1 }),
    'words and spelling, no company': () => learnWithout(HELD, material, { readers: 2 }),
    'every feature worth the same': () => learnWithout(HELD, material, { learning: { rarity: 0 } }),
    'without the mini-grammar': () => learnWithout(HELD, { ...material, phrases: [] }),
    'without voices i to k': () => learnWithout(HELD, { ...material, messages: mine }),
    'the five writers only': () =>
      learnWithout(HELD, { ...material, messages: mine.filter(({ example }) => example.writer.startsWith('writer')) }),
  };
  for (const [name, learnt] of Object.entries(steps))
    printFigures(name, scoreWriters(HELD, calibratedLike(shipped, learnt())));
}
