/**
 * Learns both models from training/, calibrates them on the five writers, each held out in turn, and writes the weights. Then says how
 * each writer's messages fare with the models that never saw them, and draws docs/pictures/calibration.svg.
 */
import { writeFileSync } from 'node:fs';
import { packModel } from '../src/conversation/understand/classify/weights-file.ts';
import { cool, fitConcernFrom, fitSureFrom, fitTemperature, judge } from './understanding/calibrate.ts';
import { knownWords } from './understanding/known-words.ts';
import { learnWithout, readMaterial, STRANGERS, WAYS_A_LINE } from './understanding/leave-out.ts';
import { readMessages, readPhrases } from './understanding/read-training.ts';
import { confusions, perIntent } from './understanding/report.ts';
import { calibratedLike, drawReliability, printFigures, scoreWriters } from './understanding/strangers.ts';

/** How often an answer at once to a stranger shall be right, and how often an ordinary message may be taken for a concern. */
const SURE_PRECISION = 0.965;
const FALSE_ALARMS = 0.008;
const UNDERSTAND = new URL('../src/conversation/understand/', import.meta.url);

// The readers mend slips by this list, so it comes first.
const texts = [...readMessages(), ...readPhrases(WAYS_A_LINE)].map(({ text }) => text);
writeFileSync(new URL('classify/known-words.txt', UNDERSTAND), `${knownWords(texts).join('\n')}\n`);

const material = readMaterial();
console.log(
  `${material.messages.length} messages, ${material.phrases.length} ways of saying the grammar's lines, ` +
    `${material.concerns.length} messages to tell concerns by`,
);
const strangers = STRANGERS.map((writer) => ({ writer, models: learnWithout([writer], material) }));
const judged = strangers.flatMap(({ writer, models }) => {
  const own = judge(writer, material, models);
  const first = own.filter((one) => one.ranking[0]?.name === one.wanted).length;
  console.log(`${writer} held out: ${((100 * first) / own.length).toFixed(1)} % first`);
  return own;
});
const temperature = fitTemperature(judged);
const sureFrom = fitSureFrom(cool(judged, temperature), SURE_PRECISION);
const concernFrom = fitConcernFrom(judged, FALSE_ALARMS);

const { wishes, concerns } = learnWithout([], material);
const packed = {
  'classify/weights.bin': packModel({ ...wishes, temperature, sureFrom }),
  'concerns/weights.bin': packModel({ ...concerns, sureFrom: concernFrom }),
};
for (const [file, bytes] of Object.entries(packed)) writeFileSync(new URL(file, UNDERSTAND), bytes);
console.log(
  `temperature ${temperature}, sure from ${sureFrom.toFixed(3)}, a concern from ${concernFrom.toFixed(3)}, ` +
    `${Object.values(packed)
      .map((bytes) => bytes.length)
      .join(' and ')} bytes`,
);

const like = { wishes: { ...wishes, temperature, sureFrom }, concerns: { ...concerns, sureFrom: concernFrom } };
const all = strangers.flatMap(({ writer, models }) => {
  const scored = scoreWriters([writer], calibratedLike(like, models));
  printFigures(writer, scored);
  return scored;
});
printFigures('all five', all);
console.log(`\n${perIntent(all)}\n\n${confusions(all)}\n`);
drawReliability(all);
