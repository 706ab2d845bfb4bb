import { describe, expect, it } from 'vitest';
import { receive } from '../../../src/channels/teams/receive.ts';
import { NOW } from './support/bot.ts';
import { activity } from './support/payload.ts';

const TENANT = '00000000-0000-4000-8000-0000000000aa';
const HEAD = { platform: 'teams', tenant: TENANT, user: '00000000-0000-4000-8000-000000000001' };

function turnOf(name: string, changes?: Readonly<Record<string, unknown>>) {
  return receive(activity(name, changes), {
    clock: { now: () => NOW },
    newTurnId: () => 'made-up-id',
    verifiedEmail: async () => undefined,
  });
}

describe('what somebody says in Teams becomes a turn', () => {
  it('in the personal chat', () => {
    expect(turnOf('message-personal')).toMatchObject({
      ids: ['5564581f-3eb8-455b-ac96-b85491d158ca', expect.stringMatching(/^said:/)],
      at: NOW,
      from: { identity: HEAD, displayName: 'Head of Northcliffe' },
      place: {
        kind: 'personal',
        conversation: 'a:playground-01',
        address: {
          v: 1,
          serviceUrl: 'https://smba.trafficmanager.net/uk/',
          tenant: TENANT,
          bot: '28:partnership-bot',
          conversation: 'a:playground-01',
          person: '29:demo-01',
        },
      },
      input: { kind: 'text', text: 'What category are we & <why>?' },
    });
  });

  it('in a group chat, without the mention that called the bot', () => {
    const turn = turnOf('message-group');
    expect(turn?.place.kind).toBe('group');
    expect(turn?.input).toEqual({ kind: 'text', text: 'What category are we?' });
    expect(turn?.place.address).not.toHaveProperty('person');
  });

  it('in a channel, where the thread is the place', () => {
    const turn = turnOf('message-channel');
    expect(turn?.place).toMatchObject({
      kind: 'channel',
      conversation: expect.stringMatching(/^19:playground-channel@thread\.tacv2;messageid=\d+$/),
    });
  });

  it('with colleagues it mentions as plain names, and entities decoded', () => {
    expect(turnOf('message-channel-mentions')?.input).toEqual({
      kind: 'text',
      text: 'has Colleague 2 booked the visit & told us?',
    });
  });

  it('with a file and no words', () => {
    expect(turnOf('file-personal')?.input).toEqual({ kind: 'text', text: '', hasAttachment: true });
  });

  it('takes a place Teams does not call personal for one that others read', () => {
    const { conversation } = activity('message-personal');
    for (const conversationType of [undefined, null, 'groupChat', 'meeting']) {
      expect(turnOf('message-personal', { conversation: { ...conversation, conversationType } })?.place.kind).toBe(
        'group',
      );
    }
  });
});

describe('a pressed button becomes an action', () => {
  it('from Action.Execute', () => {
    expect(turnOf('execute-personal')?.input).toEqual({
      kind: 'action',
      verb: 'more',
      data: { school: 'northcliffe' },
    });
  });

  it('from Action.Submit, the verb taken out of the data', () => {
    expect(turnOf('submit-personal')?.input).toEqual({
      kind: 'action',
      verb: 'older',
      data: { school: 'northcliffe' },
    });
  });

  it('without the hints older clients put beside the data', () => {
    const value = { verb: 'older', msteams: { type: 'messageBack', text: 'Older' }, school: 'northcliffe' };
    expect(turnOf('submit-personal', { value })?.input).toMatchObject({ data: { school: 'northcliffe' } });
    expect(turnOf('submit-personal', { value })?.input).not.toHaveProperty('data.msteams');
  });

  it('with nothing carried, when the data is not an object', () => {
    const value = { action: { type: 'Action.Execute', verb: 'more', data: 'northcliffe' } };
    expect(turnOf('execute-personal', { value })?.input).toEqual({ kind: 'action', verb: 'more', data: {} });
  });
});

describe('who is speaking', () => {
  it('is whom Teams says, in the same letters always', () => {
    const from = { id: '29:demo-01', aadObjectId: '00000000-0000-4000-8000-00000000000A' };
    expect(turnOf('message-personal', { from })?.from.identity.user).toBe('00000000-0000-4000-8000-00000000000a');
  });

  it('is a stranger when Teams gives no directory id', () => {
    expect(turnOf('message-anonymous-guest')?.from.identity).toEqual({
      platform: 'teams',
      tenant: TENANT,
      user: 'teams-id:29:1-guest',
    });
  });

  it('is a stranger when no tenant is told, whatever directory id comes with it', () => {
    const changes = { conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} };
    expect(turnOf('message-personal', changes)?.from.identity).toEqual({
      platform: 'teams',
      tenant: 'unknown',
      user: 'teams-id:29:demo-01',
    });
  });

  it('is of the tenant named beside the message when the conversation does not name it', () => {
    const conversation = { id: 'a:1', conversationType: 'personal' };
    expect(turnOf('message-personal', { conversation })?.from.identity).toEqual(HEAD);
  });
});

describe('one delivery repeated is one turn', () => {
  it('when Teams tries again under a new activity id', () => {
    const [first, again] = [turnOf('message-personal'), turnOf('retry-personal')];
    expect(again?.ids[0]).not.toBe(first?.ids[0]);
    expect(again?.ids[1]).toBe(first?.ids[1]);
  });

  it('but not when another person, place, moment or wording differs', () => {
    const { conversation } = activity('message-personal');
    const said = turnOf('message-personal')?.ids[1];
    for (const changes of [
      { from: { id: '29:demo-02', aadObjectId: '00000000-0000-4000-8000-000000000002' } },
      { conversation: { ...conversation, id: 'a:other' } },
      { timestamp: '2026-11-22T10:38:46.001Z' },
      { text: 'What category are they?' },
    ]) {
      expect(turnOf('message-personal', changes)?.ids[1]).not.toBe(said);
    }
  });

  it('and two buttons pressed in one moment are two turns', () => {
    const other = { action: { type: 'Action.Execute', verb: 'more', data: { school: 'beckwith' } } };
    expect(turnOf('execute-personal', { value: other })?.ids[1]).not.toBe(turnOf('execute-personal')?.ids[1]);
  });

  it('and a delivery without any name is given one', () => {
    expect(turnOf('message-personal', { id: undefined, timestamp: undefined })?.ids).toEqual(['made-up-id']);
  });

  for (const place of ['personal', 'group', 'channel']) {
    it(`and both tellings of one installation in a ${place} place are the same turn`, () => {
      const told = [turnOf(`installed-${place}`), turnOf(`members-added-${place}`)];
      for (const turn of told) expect(turn?.input).toEqual({ kind: 'installed' });
      expect(told[0]?.ids).toEqual(told[1]?.ids);
    });
  }
});

describe('what is not meant for the bot is let pass', () => {
  for (const name of ['edit-personal', 'deleted-personal', 'reaction-personal', 'removed-personal']) {
    it(name.replace('-', ', '), () => {
      expect(turnOf(name)).toBeUndefined();
    });
  }

  it('somebody else joining', () => {
    expect(turnOf('members-added-group', { membersAdded: [{ id: '29:demo-07' }] })).toBeUndefined();
  });
});
