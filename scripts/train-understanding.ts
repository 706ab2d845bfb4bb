import { writeFileSync } from 'node:fs';
import { packModel } from '../src/conversation/understand/classify/weights-file.ts';
import { IntentName } from '../src/core/intent.ts';
import { cool, fitSureFrom, fitTemperature, leaveWritersOut } from './understanding/calibrate.ts';
import { learn } from './understanding/learn.ts';
import { notice } from './understanding/notice.ts';
import { readMessages, readPhrases } from './understanding/read-training.ts';

const WAYS_A_LINE = 4;
const SURE_PRECISION = 0.957;
const WEIGHTS = new URL('../src/conversation/understand/classify/weights.bin', import.meta.url);

const classes = IntentName.options;
const messages = readMessages().map(notice);
const phrases = readPhrases(WAYS_A_LINE).map(notice);
const writers = [...new Set(messages.map(({ example }) => example.writer))];
console.log(
  `${messages.length} messages by ${writers.length} writers, ${phrases.length} ways of saying the grammar's lines`,
);

const judged = leaveWritersOut(messages, phrases, classes, writers);
const temperature = fitTemperature(judged);
const cooled = cool(judged, temperature);
const sureFrom = fitSureFrom(cooled, SURE_PRECISION);
for (const writer of writers) {
  const own = cooled.filter((one) => one.writer === writer);
  const share = (test: (one: (typeof own)[number]) => boolean) =>
    ((100 * own.filter(test).length) / own.length).toFixed(1);
  const sure = own.filter((one) => (one.ranking[0]?.confidence ?? 0) >= sureFrom);
  const right = sure.filter((one) => one.ranking[0]?.name === one.wanted).length;
  console.log(
    `${writer.padEnd(24)} ${own.length} first ${share((one) => one.ranking[0]?.name === one.wanted)} ` +
      `three ${share((one) => one.ranking.slice(0, 3).some(({ name }) => name === one.wanted))} ` +
      `sure ${((100 * sure.length) / own.length).toFixed(1)} right when sure ${((100 * right) / Math.max(1, sure.length)).toFixed(1)}`,
  );
}
const packed = packModel({ classes, readers: learn([...phrases, ...messages], classes), temperature, sureFrom });
writeFileSync(WEIGHTS, packed);
console.log(`temperature ${temperature.toFixed(2)}, sure from ${sureFrom.toFixed(3)}, ${packed.length} bytes`);
