import { collector, type Samples } from './collect.ts';
import { listStates } from './list-states.ts';
import { partnerStates } from './partner-states.ts';
import { phraseStates } from './phrase-states.ts';
import { schoolStates } from './school-states.ts';
import { talkStates } from './talk-states.ts';

/** Every state of every card, from the features themselves over invented records at a fixed time: the same on every run. */
export async function allStates(): Promise<Samples> {
  const all = collector();
  await schoolStates(all);
  await listStates(all);
  await talkStates(all);
  await partnerStates(all);
  await phraseStates(all);
  return all.samples;
}
