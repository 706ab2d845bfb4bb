import { writeFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { packModel } from '../src/conversation/understand/classify/weights-file.ts';
import { createUnderstanding, shippedModels } from '../src/conversation/understand/create-understanding.ts';
import { withoutCourtesies } from '../src/conversation/understand/hear/politeness.ts';
import { learnWithout, readMaterial } from './understanding/leave-out.ts';
import { leedsParts } from './understanding/leeds-parts.ts';
import { demoSchools } from './understanding/registers.ts';

const u = createUnderstanding(leedsParts(demoSchools()));
const at = Temporal.Instant.from('2026-11-18T10:00:00Z');
for (const t of ['call the visit off', 'speaking and listening support', 'pupil voice findings from the triad'])
  for (const x of [t, 'Hiya, ' + t]) {
    const r = u.understand(x, { roles: ['headteacher'], at });
    console.log(x, '|', withoutCourtesies(x), '|', r.concern, r.asks[0]?.intents[0]);
  }
const material = readMaterial();
const sh = shippedModels();
for (const w of ['writer-5', 'writer-4']) {
  const m = learnWithout([w], material);
  writeFileSync(
    `/tmp/exp/${w}-wishes.bin`,
    packModel({ ...m.wishes, temperature: sh.wishes.temperature, sureFrom: sh.wishes.sureFrom }),
  );
  writeFileSync(`/tmp/exp/${w}-concerns.bin`, packModel({ ...m.concerns, sureFrom: sh.concerns.sureFrom }));
}
