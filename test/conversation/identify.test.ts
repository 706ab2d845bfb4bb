import { beforeEach, describe, expect, it } from 'vitest';
import { identify } from '../../src/conversation/identify.ts';
import { emailRef, IdentityLink, identityRef } from '../../src/core/linking.ts';
import { personOf, personWrite, put } from '../harness/records.ts';
import { type Moving, NOW, openMovingStore, turnOf } from './turn.ts';

const IDENTITY = { platform: 'teams', tenant: 'tenant', user: 'user-1' } as const;
const RUTH = personOf('ruth', [['headteacher', 'school:alder']]);

let moving: Moving;
let faults: unknown[];
let asked: number;
beforeEach(async () => {
  moving = openMovingStore();
  faults = [];
  asked = 0;
  await moving.store.commit([personWrite(RUTH)]);
  const email = emailRef('ruth@calderbrook.example');
  await moving.store.commit([put(email.partition, email.id, 'email-link', { v: 1, person: 'ruth' })]);
});

function who(verifiedEmail?: () => Promise<string | undefined>, hours = 0) {
  const turn = turnOf(['1'], { at: NOW.add({ hours }) });
  const from = { ...turn.from, ...(verifiedEmail ? { verifiedEmail } : {}) };
  return identify(moving.store, { at: turn.at, from }, (fault) => faults.push(fault));
}

function answering(email: string | undefined) {
  return async () => {
    asked += 1;
    return email;
  };
}

async function linkIs(): Promise<IdentityLink | undefined> {
  const found = await moving.store.get(identityRef(IDENTITY));
  return found && IdentityLink.parse(found.body);
}

describe('Who is speaking', () => {
  it('is whoever the platform’s identity is linked to, and the platform is not asked', async () => {
    const ref = identityRef(IDENTITY);
    await moving.store.commit([
      put(ref.partition, ref.id, 'identity', { v: 1, person: 'ruth', linkedBy: 'configured' }),
    ]);
    expect((await who(answering('somebody.else@calderbrook.example')))?.id).toBe('ruth');
    expect(asked).toBe(0);
  });

  it('is whoever the verified e-mail belongs to, in capitals or not, and is linked from then on', async () => {
    expect((await who(answering(' Ruth@Calderbrook.EXAMPLE ')))?.id).toBe('ruth');
    expect(await linkIs()).toMatchObject({ person: 'ruth', linkedBy: 'verified_email' });
    expect((await who())?.id).toBe('ruth');
    expect(asked).toBe(1);
  });

  it.each([
    ['an e-mail nobody has', 'nobody@calderbrook.example'],
    ['no e-mail', undefined],
  ])('is nobody known with %s', async (_, email) => {
    expect(await who(answering(email))).toBeUndefined();
    expect(await linkIs()).not.toHaveProperty('person');
  });

  it('is nobody known where the platform has no e-mails to give', async () => {
    expect(await who()).toBeUndefined();
    expect(await linkIs()).toBeUndefined();
  });

  it('is asked of the platform again only after twelve hours', async () => {
    await who(answering(undefined));
    await who(answering(undefined), 11);
    expect(asked).toBe(1);
    expect((await who(answering('ruth@calderbrook.example'), 12))?.id).toBe('ruth');
    expect(asked).toBe(2);
  });

  it('whose person is no longer on the list is nobody known', async () => {
    const ref = identityRef(IDENTITY);
    await moving.store.commit([
      put(ref.partition, ref.id, 'identity', { v: 1, person: 'gone', linkedBy: 'configured' }),
    ]);
    expect(await who(answering('ruth@calderbrook.example'))).toBeUndefined();
  });
});

describe('A platform that cannot say', () => {
  const failing = async () => {
    asked += 1;
    throw new Error('The directory is away');
  };

  it('is a fault told once, and no reason not to answer', async () => {
    expect(await who(failing)).toBeUndefined();
    expect(faults).toEqual([new Error('The directory is away')]);
  });

  it('is asked again at the next turn, not in twelve hours', async () => {
    await who(failing);
    expect((await who(answering('ruth@calderbrook.example')))?.id).toBe('ruth');
  });
});

describe('Two turns at once', () => {
  it('of somebody new link them once', async () => {
    const found = await Promise.all([
      who(answering('ruth@calderbrook.example')),
      who(answering('ruth@calderbrook.example')),
    ]);
    expect(found.map((person) => person?.id)).toEqual(['ruth', 'ruth']);
    expect(await linkIs()).toMatchObject({ person: 'ruth' });
  });
});
