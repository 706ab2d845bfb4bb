import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { unpackModel } from '../src/conversation/understand/classify/weights-file.ts';
import { isInstruction } from '../src/conversation/understand/concerns/spot-instruction.ts';
import { createUnderstanding } from '../src/conversation/understand/create-understanding.ts';
import { leedsParts } from './understanding/leeds-parts.ts';
import { readMessages } from './understanding/read-training.ts';
import { demoSchools } from './understanding/registers.ts';
import { score } from './understanding/score.ts';

const at = Temporal.Instant.from('2026-11-22T12:00:00Z');
for (const w of ['writer-5', 'writer-4']) {
  const u = createUnderstanding(leedsParts(demoSchools()), {
    wishes: unpackModel(readFileSync(`/tmp/exp/${w}-wishes.bin`)),
    concerns: unpackModel(readFileSync(`/tmp/exp/${w}-concerns.bin`)),
  });
  const all = readMessages()
    .filter((m) => m.writer === w)
    .map((m) => score(m, u, at));
  const kind = (s: (typeof all)[number]) =>
    s.understanding.concern
      ? 'concern'
      : isInstruction(s.labelled.text)
        ? 'instruction'
        : s.understanding.asks.length > 1
          ? 'split'
          : s.understanding.followsOn
            ? 'follow'
            : 'plain';
  const d = Map.groupBy(
    all.filter((s) => s.direct),
    kind,
  );
  for (const [k, l] of d) {
    console.log(w, k, l.length, 'wrong', l.filter((s) => !s.first).length);
    if (k !== 'plain')
      for (const s of l.filter((x) => !x.first))
        console.log('   ', s.understanding.concern ?? '', s.labelled.intent, '|', s.labelled.text);
  }
}
