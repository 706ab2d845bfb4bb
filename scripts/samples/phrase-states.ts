import { londonDate } from '../../src/core/clock.ts';
import type { Reply } from '../../src/core/feature.ts';
import type { PhraseReader, TakenOtherwise } from '../../src/core/phrases.ts';
import type { JsonObject } from '../../src/core/store.ts';
import { openPhrases, phrases } from '../../src/features/phrases/index.ts';
import { keepUnanswered } from '../../src/features/phrases/unanswered-records.ts';
import { A_SCHOOL_DAY } from '../../test/harness/bot.ts';
import { openWorld, type World } from '../../test/harness/world.ts';
import type { Collector } from './collect.ts';
import { HOSTILE } from './hostile.ts';

/** What officers see of phrases. What is understood is made up here: the cards must not change whenever the reader learns. */
export async function phraseStates({ add }: Pick<Collector, 'add'>): Promise<void> {
  const demo = await openWorld({ demo: true });
  const quiet = await desk(demo, false);
  const open = await desk(demo, true);

  await add('empty', quiet('phrases.start', {}));
  await add('one word only', quiet('phrases.try', { text: 'grade', intent: 'ask_category' }));
  await add(
    'made from a message kept for review, hostile',
    quiet('phrases.start', { text: `[name] ${HOSTILE}`, intent: 'help', from: 'x' }),
  );
  await add('nobody has added one', quiet('phrases.list', {}));

  const grade = { text: 'ofsted grade', intent: 'ask_category' };
  await add(
    'nothing else changes',
    quiet('phrases.suggest', { text: 'ofsted grade', meaning: 'what category are we' }),
  );
  await add('much changes, and much is in the way', quiet('phrases.try', { text: BUSY, intent: 'request_support' }));
  await add('hostile words', quiet('phrases.try', { text: HOSTILE.slice(0, 200), intent: 'help' }));
  await add('added', quiet('phrases.add', { ...grade, as: 'what category are we', revision: 0 }));
  await add(
    'somebody else was quicker',
    quiet('phrases.add', { text: 'half terms left', intent: 'entitlement_visits', revision: 0 }),
  );
  await add('taking one back', quiet('phrases.start-forget', { number: 1 }));
  for (let revision = 1; revision <= 9; revision += 1) {
    await quiet('phrases.add', { text: `${WORDS[revision]} visits left`, intent: 'entitlement_visits', revision });
  }
  await quiet('phrases.add', { text: HOSTILE.slice(0, 200), intent: 'help', revision: 10 });
  await add('more than a page, where messages are kept', open('phrases.list', {}));
  await add('the oldest', open('phrases.list', { page: 1 }));

  await add('switched off', quiet('phrases.unanswered', {}));
  await add('nothing kept', open('phrases.unanswered', {}));
  const on = londonDate(A_SCHOOL_DAY);
  const keep = (text: string, offered: readonly ('ask_category' | 'help' | 'who_is_adviser')[], times = 1) =>
    Promise.all(Array.from({ length: times }, () => keepUnanswered(demo.store, text, { offered, on }, 30)));
  await keep('what is our ofsted sticker at [school]', ['ask_category', 'help', 'who_is_adviser']);
  await keep('[name] on [number] about the [word] please', []);
  await add('two kept', open('phrases.unanswered', {}));
  for (const word of WORDS) await keep(`is there a ${word} template`, ['help']);
  await add('more than it shows', open('phrases.unanswered', {}));
}

const WORDS = ['green', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const BUSY = 'hollin lane and its usual';

type Run = (verb: string, data: JsonObject) => Promise<Reply>;

async function desk(world: World, keepUnanswered: boolean): Promise<Run> {
  const { commands } = phrases({
    store: world.store,
    framework: world.framework,
    partnership: { review: { keepUnanswered, keepDays: 30 } },
    colleagues: world.register.colleagues,
    phraseReader: READER,
    live: await openPhrases(world.store),
    spotConcern: () => undefined,
    isRecognised: (text) => text === BUSY,
  });
  return async (verb, data) => {
    const command = commands.find((each) => each.verb === verb);
    if (!command) throw new Error(`There is no command ${verb}`);
    return command.run(command.schema.parse(data) as never, await world.asking('officer'));
  };
}

const CHANGES: readonly TakenOtherwise[] = Array.from({ length: 14 }, (_, index) => ({
  text:
    index === 2 ? HOSTILE : `can we have the usual again, number ${WORDS[index % 10]}${index > 9 ? ' once more' : ''}`,
  before: index < 2 ? { sure: true, intents: ['who_is_adviser'] } : { sure: false, intents: ['help', 'ask_category'] },
  after: { sure: true, intents: ['request_support'] },
  verdict: index < 2 ? 'worse' : index < 7 ? 'better' : 'neither',
}));

const READER: PhraseReader = {
  taken: (text) =>
    text === 'what category are we'
      ? { sure: true, intents: ['ask_category'] }
      : { sure: false, intents: ['explain_category', 'help'] },
  same: (one, other) => one.toLowerCase() === other.toLowerCase(),
  collisions: async ({ text }) =>
    text === BUSY
      ? {
          concern: 'distress',
          instruction: true,
          schools: ['Hollin Lane Primary School'],
          elsewhere: [{ intent: 'who_is_adviser', text: 'the usual at hollin lane' }],
        }
      : { instruction: false, schools: [], elsewhere: [] },
  rehearse: async (_, after) => ({ messages: 2971, otherwise: after.some(({ text }) => text === BUSY) ? CHANGES : [] }),
  forReview: () => undefined,
};
