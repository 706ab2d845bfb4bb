import { Temporal } from 'temporal-polyfill';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/core/feature.ts';
import { type Concern, IntentName } from '../../../src/core/intent.ts';
import { OutboxRow } from '../../../src/core/outbox.ts';
import type { Contact } from '../../../src/core/partnership-contacts.ts';
import { startersFor } from '../../../src/features/general/index.ts';
import { wordsOf } from '../../harness/bot.ts';
import { personOf, schoolWrite } from '../../harness/records.ts';
import { heard, openWorld, refusalOf, type World } from '../../harness/world.ts';

const PEOPLE = [
  personOf('head', [['headteacher', 'school:alder']], {
    displayName: 'Mrs Ruth Ellison',
    title: 'Headteacher',
    phone: '01632 960101',
  }),
  personOf('adviser', [['adviser', 'area:north']], { displayName: 'Priya Nair', phone: '01632 960104' }),
  personOf('service', [['head_of_service', 'authority']]),
  personOf('officer', [['officer', 'authority']]),
  personOf('group', [['review_group_member', 'review_group:primary-north']]),
];
const RECORDS = [schoolWrite('alder', { area: 'north' })];
const CONCERNS: readonly Concern[] = [
  'safeguarding',
  'distress',
  'wants_a_person',
  'complaint',
  'pupil_detail',
  'staff_capability',
];

let world: World;
beforeAll(async () => {
  world = await openWorld({ people: PEOPLE, records: RECORDS });
});

const run = (
  viewer: string | undefined,
  verb: string,
  data: Parameters<World['run']>[2] = {},
  over: Parameters<World['run']>[3] = {},
) => world.run(viewer, `general.${verb}`, data, over);
const said = (reply: Reply, within = world) => wordsOf([within.renderer.render(reply)]);
const labels = (reply: Reply) => (reply.options ?? []).map((option) => option.label);

describe('A worry is answered with the authority’s own contacts', () => {
  const expected: Record<Concern, readonly (keyof World['partnership']['contacts'])[]> = {
    safeguarding: ['emergency', 'safeguarding', 'outOfHours'],
    distress: ['emergency', 'wellbeing', 'adviserTeam'],
    wants_a_person: ['adviserTeam'],
    complaint: ['complaints', 'adviserTeam'],
    pupil_detail: ['safeguarding'],
    staff_capability: ['adviserTeam'],
  };

  it.each(['demo', 'leicestershire-tiers', 'support-bands'])(
    'in %s, each in words and on the card',
    async (partnership) => {
      const authority = await openWorld({ partnership });
      for (const concern of CONCERNS) {
        const reply = await authority.run(undefined, 'general.concern', { concern });
        for (const key of expected[concern]) {
          const contact: Pick<Contact, 'phone'> = authority.partnership.contacts[key];
          expect(reply.summary, `${concern}: ${key}`).toContain(contact.phone);
          expect(said(reply, authority), `${concern}: ${key}`).toContain(contact.phone);
        }
      }
    },
  );

  it.each(CONCERNS)('%s: for the person alone, and nothing they wrote is kept or repeated', async (concern) => {
    const reply = await run('head', 'concern', { concern });
    expect(reply.sensitivity).toBe('restricted');
    expect(reply.topic).toBeUndefined();
    await expect(run('head', 'concern', { concern, text: 'Something a person wrote' })).rejects.toThrow();
  });

  it('names the adviser of somebody who has one, and offers that they ring', async () => {
    const reply = await run('head', 'concern', { concern: 'distress' });
    expect(reply.summary).toContain('your adviser, Priya Nair on 01632 960104');
    expect(labels(reply)).toEqual(['Ask Priya Nair to ring me']);
  });

  it.each(['safeguarding', 'pupil_detail'])(
    'offers nothing to press in place of ringing those who act: %s',
    async (concern) => {
      expect(labels(await run('head', 'concern', { concern }))).toEqual([]);
    },
  );

  it('says when the front door is open', async () => {
    expect(said(await run(undefined, 'concern', { concern: 'safeguarding' }))).toContain(
      '(Monday to Friday, 8.30am to 5pm)',
    );
  });
});

describe('Hello', () => {
  it('greets by first name, without a title', async () => {
    expect((await run('head', 'greet')).summary).toBe('Hello, Ruth. What would you like to know?');
    expect((await run(undefined, 'greet')).summary).toBe('Hello. What would you like to know?');
  });

  it('welcomes with what it is, what it never does and what to try', async () => {
    const reply = await run('head', 'welcome');
    expect(reply.summary).toContain('Hello, Ruth. I’m Calderbrook’s partnership bot. Ask me in your own words');
    expect(labels(reply)).toContain('What category are we?');
  });

  it('in a group tells nobody who anybody is', async () => {
    const reply = await run('head', 'welcome', {}, { place: 'channel' });
    expect(said(reply)).not.toMatch(/Ruth|are we\?|our adviser/);
    expect(reply.sensitivity).toBe('open');
  });

  it('tells somebody unlinked how to be linked, and never to type a code where others read it', async () => {
    expect((await run(undefined, 'welcome')).summary).toContain('one-time code and type it here');
    const group = (await run(undefined, 'welcome', {}, { place: 'group' })).summary;
    expect(group).toContain('type it in a chat with me alone');
    expect(group).not.toContain('type it here');
  });
});

describe('Help', () => {
  it('says what it can do in the authority’s own words, and whom to ring', async () => {
    const tiers = await openWorld({ partnership: 'leicestershire-tiers' });
    const reply = await tiers.run(undefined, 'general.help', {});
    expect(reply.summary).toContain('What I can help with. A school’s tier');
    expect(reply.summary).toContain('strategic groups');
    expect(said(reply, tiers)).toContain('Fenmarch Education Quality team');
  });
});

describe('First questions', () => {
  it.each([
    ['head', 'What category are we?'],
    ['adviser', 'My schools by category'],
    ['service', 'What is proposed but not yet shared?'],
    ['officer', 'Give someone a link code'],
    ['group', 'My schools by category'],
    [undefined, 'What are the categories?'],
  ])('for %s begin with what they come for', async (viewer, question) => {
    const asking = await world.asking(viewer);
    expect(startersFor(asking.viewer, world.framework.terms, asking.today)).toContain(question);
  });

  it('do not send a review group member where they will be refused', async () => {
    const asking = await world.asking('group');
    expect(startersFor(asking.viewer, world.framework.terms, asking.today).join()).not.toContain('not yet shared');
  });

  it('are those of today’s roles only', async () => {
    const before = Temporal.PlainDate.from('2019-01-01');
    const asking = await world.asking('head');
    expect(startersFor(asking.viewer, world.framework.terms, before)[0]).toBe('What are the categories?');
  });
});

describe('A person to talk to', () => {
  let own: World;
  beforeEach(async () => {
    own = await openWorld({ people: PEOPLE, records: RECORDS });
  });
  const call = (viewer: string | undefined, ref = 'card-1') => own.run(viewer, 'general.ask-for-call', { ref });
  const calls = async () => (await own.store.query({ type: 'outbox' })).items.map((item) => OutboxRow.parse(item.body));

  it('is one’s adviser, with a number in words too', async () => {
    const reply = await own.run('head', 'general.handoff', {});
    expect(reply.summary).toBe(
      'Talking to a person. Your adviser is Priya Nair. You can ring 01632 960104, or write, or I can ask them to ring you.',
    );
    expect(reply.sensitivity).toBe('restricted');
  });

  it('is the team for somebody without one', async () => {
    expect((await own.run(undefined, 'general.handoff', {})).summary).toContain(
      'You can ring Calderbrook Learning Improvement team on 01632 960010, or write to them.',
    );
  });

  it('is asked to ring once, however often the button is pressed', async () => {
    expect(await call('head')).toMatchObject({
      queued: true,
      summary: expect.stringContaining('I’m asking Priya Nair to ring you'),
    });
    expect((await call('head')).queued).toBe(false);
    const [notice, ...others] = await calls();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      to: 'adviser',
      summary: expect.stringContaining('Mrs Ruth Ellison, Headteacher, has asked you to ring them'),
    });
  });

  it('is asked again by another card, whatever that card calls itself', async () => {
    await call('head', 'card-1');
    await call('head', 'é'.repeat(300));
    expect(await calls()).toHaveLength(2);
  });

  it.each(['adviser', 'officer', undefined])(
    'cannot be asked to ring %s, who has no adviser: whom to ring is said',
    async (viewer) => {
      expect((await refusalOf(call(viewer))).sentence).toContain('01632 960010');
      expect(await calls()).toEqual([]);
    },
  );
});

describe('When it is not clear what was meant', () => {
  it('offers up to three meanings, and carries on with the words already said', async () => {
    const reply = await run('head', 'choose', {
      text: 'wrong visits',
      intents: ['challenge_category', 'entitlement_visits'],
    });
    expect(reply.options).toEqual([
      {
        label: 'Something is wrong',
        verb: 'conversation.meant',
        data: { intent: 'challenge_category', text: 'wrong visits' },
      },
      {
        label: 'Visits promised, had and left',
        verb: 'conversation.meant',
        data: { intent: 'entitlement_visits', text: 'wrong visits' },
      },
    ]);
  });

  it('never offers “something else” as a meaning, and repeats nothing', async () => {
    const reply = await run('head', 'choose', { text: 'SECRET WORDS', intents: ['out_of_scope'] });
    expect(labels(reply)).toEqual(['What can you do?']);
    expect(said(reply)).not.toContain('SECRET WORDS');
  });

  it('keeps even that out of a channel', async () => {
    expect((await run('head', 'choose', { text: 'x', intents: [] }, { place: 'channel' })).sensitivity).toBe(
      'restricted',
    );
    expect((await run('head', 'choose', { text: 'x', intents: [] })).sensitivity).toBe('open');
  });

  it('offers schools to the person alone, at most five', async () => {
    const option = { label: 'Alder', verb: 'categories.show', data: { school: 'alder', about: 'level' } };
    expect((await run('head', 'which', { options: [option] })).sensitivity).toBe('restricted');
    await expect(run('head', 'which', { options: Array.from({ length: 6 }, () => option) })).rejects.toThrow();
    await expect(run('head', 'which', { options: [] })).rejects.toThrow();
  });

  it('has a label for every meaning there is', async () => {
    for (const intent of IntentName.options) {
      const reply = await run('head', 'later', { intent });
      expect(String(reply.data.title).length, intent).toBeGreaterThan(3);
    }
  });
});

describe('What it does not do', () => {
  it('is said truly: nothing was sent or saved, and who does it now', async () => {
    const reply = await run('head', 'later', { intent: 'request_support' });
    expect(reply.summary).toBe(
      'Ask for support. I can’t do that here yet, and I haven’t sent or saved anything. For now your adviser, Priya Nair, does this with you.',
    );
    expect((await run(undefined, 'later', { intent: 'request_support' })).sensitivity).toBe('open');
  });

  it('is answered alike whatever was tried', async () => {
    const reply = await run(undefined, 'out-of-scope');
    expect(reply.summary).toContain('That’s not something I can help with');
    expect(labels(reply)).toContain('Talk to a person');
  });

  it('a file is neither read nor kept', async () => {
    expect((await run('head', 'file-received')).summary).toContain('I haven’t read or kept that one');
  });
});

describe('Thanks', () => {
  it.each([
    ['thanks!', 'You’re welcome.'],
    ['thanks but that’s not what I asked', 'Sorry, that missed the point.'],
    ['ta, no use though', 'Sorry, that missed the point.'],
  ])('“%s”', async (text, answer) => {
    const call = await world.meaning('head', 'thanks', heard(text));
    expect((await world.run('head', call.verb, call.data)).summary).toContain(answer);
  });
});
