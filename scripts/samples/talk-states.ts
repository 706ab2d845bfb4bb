import { faultReply, refusalReply } from '../../src/conversation/refusals.ts';
import { notYoursToKnow } from '../../src/core/disclosure.ts';
import { SchoolId } from '../../src/core/ids.ts';
import { IntentName } from '../../src/core/intent.ts';
import { people } from '../../src/features/people/index.ts';
import { openWorld } from '../../test/harness/world.ts';
import type { Collector } from './collect.ts';
import { HOSTILE } from './hostile.ts';

/** What the bot says of itself, of people, and of the strategy. */
export async function talkStates({ add }: Collector): Promise<void> {
  await messages({ add });
  await strategy({ add });
  await codes({ add });
  await add('the one refusal', refusalReply(notYoursToKnow()));
  await add('a fault', faultReply());
}

type Adding = Pick<Collector, 'add'>;

async function messages({ add }: Adding): Promise<void> {
  const demo = await openWorld({ demo: true });
  const head = 'head-northcliffe';
  await add('welcome, to a head', demo.run(head, 'general.welcome', {}));
  await add(
    'welcome, to somebody unlinked in a group',
    demo.run(undefined, 'general.welcome', {}, { place: 'channel' }),
  );
  await add('hello', demo.run('head-of-service', 'general.greet', {}));
  await add('help, for an adviser', demo.run('adviser-north', 'general.help', {}));
  await add('help, for somebody unlinked', demo.run(undefined, 'general.help', {}));
  await add('a person’s own page', demo.run(head, 'general.home', {}));
  await add('talk to a person', demo.run(head, 'general.handoff', {}));
  await add('talk to a person, with no adviser', demo.run(undefined, 'general.handoff', {}));
  await add('asked for a call', demo.run(head, 'general.ask-for-call', { ref: 'once' }));
  for (const concern of [
    'safeguarding',
    'distress',
    'wants_a_person',
    'complaint',
    'pupil_detail',
    'staff_capability',
  ]) {
    await add(`concern: ${concern}`, demo.run(head, 'general.concern', { concern }));
  }
  await add(
    'which of three meanings',
    demo.run(head, 'general.choose', {
      text: HOSTILE,
      intents: ['ask_category', 'entitlement_visits', 'challenge_category'],
    }),
  );
  await add('nothing understood', demo.run(head, 'general.choose', { text: HOSTILE, intents: [] }));
  const two = ['st-josephs-otterley', 'st-josephs-wethermoor'].map((school) => ({
    label: demo.register.directory.get(SchoolId.parse(school))?.name ?? '',
    verb: 'categories.show',
    data: { school, about: 'level' },
  }));
  await add('which school', demo.run('adviser-north', 'general.which', { options: two }));
  await add('not done here yet', demo.run(head, 'general.later', { intent: IntentName.enum.request_support }));
  await add('not the bot’s to do', demo.run(undefined, 'general.out-of-scope', {}));
  await add('thanks', demo.run(head, 'general.thanks', {}));
  await add('thanks, but', demo.run(head, 'general.thanks', { put_right: true }));
  await add('a file', demo.run(head, 'general.file-received', {}));
}

async function strategy({ add }: Adding): Promise<void> {
  const leeds = await openWorld();
  for (const level of leeds.framework.levels) {
    await add(`${level.label}: criteria`, leeds.run(undefined, 'guide.level', { level: level.key }));
  }
  await add('Category 5: what it brings', leeds.run(undefined, 'guide.level', { level: '5', about: 'receives' }));
  await add('Category 5: visits', leeds.run(undefined, 'guide.level', { level: '5', about: 'visits' }));
  await add('the categories', leeds.run(undefined, 'guide.levels', {}));
  await add('two side by side', leeds.run(undefined, 'guide.levels', { only: ['3', '4'] }));
  await add('all the signs', leeds.run(undefined, 'guide.signs', { ids: [] }));
  await add('one sign', leeds.run(undefined, 'guide.signs', { ids: ['xii'] }));
  await add('a list the strategy prints', leeds.run(undefined, 'guide.list', { list: 'B3-primary' }));
  await add('a word', leeds.run(undefined, 'guide.term', { entry: 'jrg' }));
  await add('one review group', leeds.run(undefined, 'guide.groups', { kinds: ['primary'] }));
  await add('all review groups', leeds.run(undefined, 'guide.groups', { kinds: [] }));
  await add(
    'a review group beside the joint one',
    leeds.run(undefined, 'guide.groups', { kinds: ['primary'], joint: true }),
  );
  for (const about of ['warning_notice', 'call_in', 'powers', 'finance_notice_of_concern']) {
    await add(`formal step: ${about}`, leeds.run(undefined, 'guide.warning-notice', { about }));
  }
  for (const partnership of ['leicestershire-tiers', 'support-bands']) {
    const other = await openWorld({ partnership });
    await add(`${partnership}: all levels`, other.run(undefined, 'guide.levels', {}));
    await add(
      `${partnership}: the gravest`,
      other.run(undefined, 'guide.level', { level: other.framework.levels.at(-1)?.key ?? '' }),
    );
    await add(`${partnership}: groups`, other.run(undefined, 'guide.groups', { kinds: [] }));
    await add(`${partnership}: call-in`, other.run(undefined, 'guide.warning-notice', { about: 'call_in' }));
  }
}

async function codes({ add }: Adding): Promise<void> {
  const demo = await openWorld({ demo: true });
  const choose = (name?: string) => demo.run('officer', 'people.choose-person', name === undefined ? {} : { name });
  await add('whom for', choose());
  await add('one found', choose('Ruth Ellison'));
  await add('several found', choose('Headteacher'));
  await add('nobody found', choose(HOSTILE.slice(0, 200)));
  await add('the list, to an officer', demo.run('officer', 'people.explain-list', {}));
  await add('the list, to anybody else', demo.run(undefined, 'people.explain-list', {}));
  const { commands } = people({
    store: demo.store,
    colleagues: demo.register.colleagues,
    partnership: demo.partnership,
    secrets: {
      bytes: (count) => Uint8Array.from({ length: count }, (_, index) => index * 7),
      digest: (text) => text.toLowerCase(),
    },
  });
  const asked = async (verb: string, data: object, viewer?: string) => {
    const command = commands.find((each) => each.verb === verb);
    if (!command) throw new Error(`There is no command ${verb}`);
    return command.run(command.schema.parse(data) as never, await demo.asking(viewer));
  };
  const issued = await asked('people.issue-code', { person: 'head-northcliffe' }, 'officer');
  await add('a code', issued);
  await add('linked', asked('people.redeem-code', { code: String(issued.data.code).replace('-', '') }));
}
