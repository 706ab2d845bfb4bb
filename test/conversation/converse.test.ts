import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createConversation } from '../../src/conversation/converse.ts';
import type { Understand } from '../../src/conversation/interpret.ts';
import { TURN_LEASE_SECONDS } from '../../src/conversation/turn-record.ts';
import { type Asking, command, type Feature, type Reply } from '../../src/core/feature.ts';
import { SchoolId } from '../../src/core/ids.ts';
import { IntentName } from '../../src/core/intent.ts';
import { identityRef } from '../../src/core/linking.ts';
import { queueNotice } from '../../src/core/outbox.ts';
import { Refusal } from '../../src/core/refusal.ts';
import type { Input, PlaceKind } from '../../src/core/turn.ts';
import { personOf, personWrite, put } from '../harness/records.ts';
import { heard } from '../harness/world.ts';
import { type Moving, NOW, openMovingStore, turnOf } from './turn.ts';

const RUTH = personOf('ruth', [['headteacher', 'school:alder']]);
const Any = z.record(z.string(), z.json());

let moving: Moving;
let faults: { fault: unknown; turn: string }[];
let asked: Asking[];
let known: string[];
let nudges: number;
let renders: (reply: { summary: string; card: string }) => { summary: string };
/** Run in the middle of the next command, as a crash or a slow machine would come in between. */
let meanwhile: () => Promise<void>;

beforeEach(async () => {
  moving = openMovingStore();
  faults = [];
  asked = [];
  known = [];
  nudges = 0;
  renders = ({ summary, card }) => ({ summary, card: { type: card } }) as never;
  meanwhile = async () => {};
  const ref = identityRef({ platform: 'teams', tenant: 'tenant', user: 'user-1' });
  await moving.store.commit([personWrite(RUTH)]);
  await moving.store.commit([put(ref.partition, ref.id, 'identity', { v: 1, person: 'ruth', linkedBy: 'configured' })]);
});

function said(summary: string, more: Partial<Reply> = {}): Reply {
  return { card: 'test/card', data: {}, summary, sensitivity: 'open', ...more };
}

const ALDER = SchoolId.parse('alder');

function feature(): Feature {
  const run = (
    verb: string,
    answer: (data: z.infer<typeof Any>, asking: Asking) => Promise<Reply>,
    kind: 'read' | 'write' = 'read',
  ) =>
    command({
      verb,
      kind,
      schema: Any,
      run: async (data, asking) => {
        asked.push(asking);
        await meanwhile();
        return answer(data, asking);
      },
    });
  return {
    key: 'test',
    commands: [
      run('test.open', async () => said('Open words.')),
      run('test.secret', async () =>
        said('Secret words.', {
          sensitivity: 'restricted',
          topic: { school: ALDER },
          disclosures: [{ school: ALDER, outcome: 'disclosed', what: 'level' }],
        }),
      ),
      run('test.list', async () =>
        said('Choose.', {
          options: ['one', 'two', 'three'].map((label) => ({ label, verb: 'test.echo', data: { label } })),
        }),
      ),
      run('test.echo', async ({ label }) => said(`You chose ${label}.`)),
      run('test.refuse', async () => {
        throw new Refusal('not_yours_to_know', 'A kind no.');
      }),
      run('test.fault', async () => {
        throw new Error('Broken');
      }),
      run(
        'test.notify',
        async (_, asking) => {
          const notice = {
            id: `n/${asking.turnId}`,
            to: RUTH.id,
            sendAt: asking.now,
            patient: false,
            reply: said('x'),
          };
          const result = await moving.store.commit([queueNotice('person:ruth', notice)]);
          return said('Sent.', { queued: result.outcome === 'committed' });
        },
        'write',
      ),
      run('general.greet', async () => said('Hello.')),
      run('general.file-received', async () => said('No files.')),
      run('general.welcome', async () => said('Welcome.')),
      run('general.choose', async ({ intents }) => said(`Which of ${JSON.stringify(intents)}?`)),
      run('general.concern', async ({ concern }) => said(`Concern: ${concern}.`, { sensitivity: 'restricted' })),
    ],
    hears: {
      ask_category: () => ({ verb: 'test.secret', data: { school: 'alder' } }),
      help: () => ({ verb: 'test.open', data: {} }),
      list_criteria: () => ({ verb: 'test.list', data: {} }),
      who_is_adviser: () => ({ verb: 'test.refuse', data: { school: 'birch' } }),
      thanks: () => {
        throw new Refusal('not_understood', 'Which school do you mean?');
      },
      greeting: () => {
        throw new Error('Broken intent');
      },
    },
    recognises: (text) => (text === 'CODE' ? { verb: 'test.echo', data: { label: 'a code' } } : undefined),
  };
}

/** Every word of the message that names an intent is an ask; "!worry" is a concern; "?" is unsure; "@" breaks. */
const understand: Understand = (text) => {
  if (text.includes('@')) throw new Error('Understanding broke');
  const names = text.split(' ').flatMap((word) => IntentName.safeParse(word.replace('?', '')).data ?? []);
  return {
    ...(text.includes('!worry') ? { concern: 'safeguarding' as const } : {}),
    followsOn: false,
    asks: (names.length > 0 ? names : [undefined]).map((name) => ({
      ...heard(text),
      intents: name ? [{ name, confidence: text.includes('?') ? 0.3 : 0.9 }] : [],
      sure: !text.includes('?'),
    })),
  };
};

function conversation() {
  return createConversation({
    store: moving.store,
    features: [feature()],
    understand,
    render: (reply) => renders(reply),
    outbox: {
      nudge: () => {
        nudges += 1;
      },
      addressKnown: async (person) => {
        known.push(person);
      },
    },
    onFault: (fault, turn) => faults.push({ fault, turn }),
  });
}

let turns = 0;
async function take(input: Input, over: { id?: string; place?: PlaceKind; user?: string; seconds?: number } = {}) {
  const at = NOW.add({ seconds: over.seconds ?? 0 });
  moving.setTime(at);
  const id = over.id ?? `t${++turns}`;
  return conversation().hear({ ...turnOf([id], { ...over, at }), input });
}
const say = (text: string, over: Parameters<typeof take>[1] = {}) => take({ kind: 'text', text }, over);
const press = (verb: string, data: Record<string, unknown> = {}, over: Parameters<typeof take>[1] = {}) =>
  take({ kind: 'action', verb, data: data as never }, over);
const heardHere = async (answer: ReturnType<typeof take>) => (await answer)?.here.map((each) => each.summary);
const audit = async () =>
  (await moving.store.query({ type: 'audit' })).items.map(
    ({ body: { viewer, outcome, what, school, place, verb } }) => ({
      viewer,
      outcome,
      what,
      school,
      place,
      verb,
    }),
  );

describe('What was said becomes what is done', () => {
  it('one ask, one answer; two asks, two answers, in the order said', async () => {
    expect(await heardHere(say('help'))).toEqual(['Open words.']);
    expect(await heardHere(say('ask_category help'))).toEqual(['Secret words.', 'Open words.']);
  });

  it('a worry is answered alone, whatever else the message asks', async () => {
    expect(await heardHere(say('help !worry ask_category'))).toEqual(['Concern: safeguarding.']);
    expect(asked).toHaveLength(1);
  });

  it('an exact form is taken before anything is guessed', async () => {
    expect(await heardHere(say('CODE'))).toEqual(['You chose a code.']);
  });

  it('a doubt is asked back, not guessed', async () => {
    expect(await heardHere(say('help?'))).toEqual(['Which of ["help"]?']);
  });

  it('a doubt settled by its button carries on with the words already said', async () => {
    expect(await heardHere(press('conversation.meant', { intent: 'help', text: 'ask_category' }))).toEqual([
      'Open words.',
    ]);
  });

  it('a button that asks a question asks it as if it had been typed', async () => {
    expect(await heardHere(press('conversation.say', { text: 'help' }))).toEqual(['Open words.']);
  });

  it('an intent nobody hears is said to be unknown, not a fault', async () => {
    expect(await heardHere(say('data_export'))).toEqual([
      'I don’t know how to help with that yet. Say “help” to see what I can do.',
    ]);
    expect(faults).toEqual([]);
  });

  it('nothing typed is a greeting; a file alone is told that it is not read', async () => {
    expect(await heardHere(say('  '))).toEqual(['Hello.']);
    expect(await heardHere(take({ kind: 'text', text: '', hasAttachment: true }))).toEqual(['No files.']);
  });
});

describe('Choices', () => {
  it('can be gone through one by one: the second, then the third', async () => {
    await say('list_criteria');
    expect(await heardHere(say('the second one'))).toEqual(['You chose two.']);
    expect(await heardHere(say('the third one'))).toEqual(['You chose three.']);
  });

  it('stay open after one of them was pressed', async () => {
    await say('list_criteria');
    await press('conversation.do', { do: 'test.echo', with: { label: 'one' } });
    expect(await heardHere(say('the second one'))).toEqual(['You chose two.']);
  });

  it('are gone once something else was asked', async () => {
    await say('list_criteria');
    await say('help');
    expect(await heardHere(say('the second one'))).not.toEqual(['You chose two.']);
  });

  it('are gone after half an hour', async () => {
    await say('list_criteria');
    expect(await heardHere(say('the second one', { seconds: 31 * 60 }))).not.toEqual(['You chose two.']);
  });

  it('of one person in a group are not another’s', async () => {
    await say('list_criteria', { place: 'group' });
    expect(await heardHere(say('the second one', { place: 'group', user: 'user-2' }))).not.toEqual(['You chose two.']);
  });
});

describe('Buttons are only untrusted data', () => {
  it.each([
    ['test.no-such', {}],
    ['conversation.meant', { intent: 'no-such', text: 'x' }],
    ['conversation.say', { text: 7 }],
    ['conversation.do', { do: 'conversation.do', with: { do: 'conversation.do', with: {} } }],
    ['conversation.do', { do: 'test.open' }],
    ['conversation.do', { do: 'test.open', with: {}, more: true }],
    ['conversation.do', { do: 'test.open', with: [] }],
  ])('%s %j is out of date', async (verb, data) => {
    expect((await heardHere(press(verb, data)))?.[0]).toContain('That button is from an older message');
    expect(faults).toEqual([]);
  });

  it('one within another runs the command it names', async () => {
    expect(await heardHere(press('conversation.do', { do: 'test.echo', with: { label: 'x' } }))).toEqual([
      'You chose x.',
    ]);
  });
});

describe('What was disclosed is written down', () => {
  it('with whom, what, which school and where, one row each', async () => {
    await say('ask_category', { place: 'channel' });
    expect(await audit()).toEqual([
      { viewer: 'ruth', outcome: 'disclosed', what: 'level', school: 'alder', place: 'channel', verb: 'test.secret' },
    ]);
  });

  it('and so is every no, with the school that was asked about', async () => {
    await say('who_is_adviser');
    await say('thanks');
    expect(await audit()).toEqual([
      expect.objectContaining({ outcome: 'refused', what: 'test.refuse: not_yours_to_know', school: 'birch' }),
      expect.objectContaining({ outcome: 'refused', what: 'thanks: not_understood', school: null }),
    ]);
  });

  it('the reply to a no holds nothing of it', async () => {
    expect(JSON.stringify(await say('who_is_adviser'))).not.toContain('birch');
  });

  it('of somebody unlinked as of nobody known, with the identity that asked', async () => {
    await say('ask_category', { user: 'user-9' });
    const [row] = (await moving.store.query({ type: 'audit' })).items;
    expect(row?.body).toMatchObject({ viewer: null, identity: 'teams:tenant:user-9' });
  });

  it('before it is said: where it cannot be written, nothing is told', async () => {
    meanwhile = async () => {
      moving.store.commit = async () => {
        throw new Error('The disk is full');
      };
    };
    await expect(say('ask_category')).rejects.toThrow('The disk is full');
  });

  it('and no word of a message is kept anywhere', async () => {
    await say('ask_category PECULIAR', { id: 'kept' });
    for (const type of ['turn', 'audit', 'memory', 'reach']) {
      expect(JSON.stringify((await moving.store.query({ type })).items), type).not.toContain('PECULIAR');
    }
  });
});

describe('A fault', () => {
  it('in a command is logged once with the turn’s id, and answered kindly', async () => {
    const answer = await press('test.fault', {}, { id: 'broken' });
    expect(answer?.here[0]?.summary).toContain('Something went wrong at my end');
    expect(faults).toEqual([{ fault: new Error('Broken'), turn: 'broken' }]);
  });

  it.each([
    ['in understanding', '@', 'Understanding broke'],
    ['in an intent', 'greeting', 'Broken intent'],
  ])('%s is too', async (_, text, message) => {
    expect((await heardHere(say(text)))?.[0]).toContain('Something went wrong at my end');
    expect(faults.map((each) => (each.fault as Error).message)).toEqual([message]);
  });

  it('in drawing a card loses the card and not the answer', async () => {
    renders = () => {
      throw new Error('28 KB');
    };
    expect(await heardHere(say('help'))).toEqual(['Open words.']);
    expect(faults).toHaveLength(1);
  });

  it('of one ask leaves the other answered', async () => {
    const answer = await say('help greeting');
    expect(answer?.here.map((each) => each.summary).at(-1)).toContain('Something went wrong');
    expect(faults).toHaveLength(1);
  });

  it('is over with that turn: the same turn delivered again is not tried again', async () => {
    await press('test.fault', {}, { id: 'broken' });
    expect(await press('test.fault', {}, { id: 'broken', seconds: 60 })).toBeUndefined();
    expect(faults).toHaveLength(1);
  });
});

describe('The store', () => {
  const commitsOf = async (act: () => Promise<unknown>) => {
    const states: (readonly unknown[])[] = [];
    const commit = moving.store.commit.bind(moving.store);
    moving.store.commit = (writes) => {
      states.push(writes.map((write) => (write.kind === 'put' && write.body.state) || write.ref.id.split('/')[0]));
      return commit(writes);
    };
    await act();
    moving.store.commit = commit;
    return states;
  };

  it('is written to once for a question: that it was answered, with who was told what', async () => {
    await say('help');
    expect(await commitsOf(() => say('ask_category'))).toEqual([['answered', 'memory', 'audit']]);
  });

  it('hears of a turn that changes something before it is carried out', async () => {
    await say('help');
    expect(await commitsOf(() => press('test.notify'))).toEqual([['working'], ['due'], ['answered', 'memory']]);
  });

  it('hears nothing of a question that was answered before', async () => {
    await say('ask_category', { id: 'again' });
    expect(await say('ask_category', { id: 'again' })).toBeUndefined();
    expect((await audit()).length).toBe(1);
  });
});

describe('A crash or a slow machine between claim and answer', () => {
  it('after the work and before the answer: the repeat answers, and what was written is not written twice', async () => {
    const commit = moving.store.commit.bind(moving.store);
    meanwhile = async () => {
      let left = 1;
      moving.store.commit = async (writes) => {
        if (left-- > 0) return commit(writes);
        throw new Error('The process died');
      };
    };
    await expect(press('test.notify', {}, { id: 'a' })).rejects.toThrow('The process died');
    moving.store.commit = commit;
    meanwhile = async () => {};
    expect(await heardHere(press('test.notify', {}, { id: 'a', seconds: TURN_LEASE_SECONDS }))).toEqual(['Sent.']);
    expect((await moving.store.query({ type: 'outbox' })).items).toHaveLength(1);
  });

  it('a change is carried out by one of two that got it at once', async () => {
    const answers = await Promise.all([press('test.notify', {}, { id: 'b' }), press('test.notify', {}, { id: 'b' })]);
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  it('a question is answered by one of two that got it at once', async () => {
    const answers = await Promise.all([say('ask_category', { id: 'c' }), say('ask_category', { id: 'c' })]);
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await audit()).toHaveLength(1);
  });

  it('the slow one says nothing when another has answered in its place', async () => {
    meanwhile = async () => {
      meanwhile = async () => {};
      expect(await heardHere(press('test.open', {}, { id: 'slow', seconds: TURN_LEASE_SECONDS }))).toEqual([
        'Open words.',
      ]);
    };
    expect(await press('test.open', {}, { id: 'slow' })).toBeUndefined();
    expect(asked).toHaveLength(2);
  });
});

describe('Being added to a conversation', () => {
  it('is welcomed once, however often the platform tells of it', async () => {
    expect(await heardHere(take({ kind: 'installed' }))).toEqual(['Welcome.']);
    expect(await heardHere(take({ kind: 'installed' }, { seconds: 3600 }))).toEqual([]);
    expect(await heardHere(take({ kind: 'installed' }, { place: 'channel' }))).toEqual(['Welcome.']);
  });
});

describe('Where somebody can be written to', () => {
  it('is learned from their own chat, once, and from no group', async () => {
    await say('help', { place: 'group' });
    expect(known).toEqual([]);
    await say('help');
    await say('help');
    expect(known).toEqual(['ruth']);
  });
});

describe('The outbox', () => {
  it('is told to look at once when something was queued, and left alone otherwise', async () => {
    await say('help');
    expect(nudges).toBe(0);
    await press('test.notify');
    expect(nudges).toBe(1);
  });
});
