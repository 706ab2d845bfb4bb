import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { post, type RunningTryout, runTryout } from './running-tryout.ts';

let tryout: RunningTryout;
beforeEach(async () => {
  tryout = await runTryout();
});
afterEach(() => tryout.close());

const move = (now: unknown) => post(`${tryout.url}/tryout/clock`, { now });

describe('moving the clock over HTTP', () => {
  it('moves the clock everybody was given, and says where it now stands', async () => {
    const answer = await move('2027-01-11T08:00:00Z');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ now: '2027-01-11T08:00:00Z', moved: true });
    expect(tryout.clock.now().toString()).toBe('2027-01-11T08:00:00Z');
    expect(await (await fetch(`${tryout.url}/tryout/clock`)).json()).toEqual({
      now: '2027-01-11T08:00:00Z',
      moved: true,
    });
  });

  it('takes an offset as it is written', async () => {
    expect(await (await move('2027-06-01T10:00:00+01:00')).json()).toMatchObject({ now: '2027-06-01T09:00:00Z' });
  });

  it.each([
    ['in winter', '2027-01-11T09:15', '2027-01-11T09:15:00Z'],
    ['in summer', '2027-06-01T09:15', '2027-06-01T08:15:00Z'],
    ['at the start of a day', '2027-06-01', '2027-05-31T23:00:00Z'],
  ])('reads a time without an offset as a clock on the wall in England shows it, %s', async (_when, text, instant) => {
    expect(await (await move(text)).json()).toMatchObject({ now: instant });
  });

  it('goes back to the real time on null', async () => {
    await move('2027-01-11T08:00:00Z');
    expect(await (await move(null)).json()).toEqual({ now: '2026-11-23T09:30:00Z', moved: false });
  });

  it.each(['next term', '', '2026-13-40T00:00:00Z', '1066-10-14T09:00:00Z', '2100-01-01T00:00:00Z', 12, undefined, {}])(
    'refuses %j kindly, and leaves the clock alone',
    async (now) => {
      const answer = await move(now);
      expect(answer.status).toBe(400);
      expect(((await answer.json()) as { message: string }).message).toMatch(/^\p{Lu}|^“now”/u);
      expect(tryout.clock.moved).toBe(false);
    },
  );

  it('dates what is said by the moved clock', async () => {
    await move('2027-01-11T08:00:00Z');
    await post(`${tryout.url}/tryout/messages`, { person: 'head-northcliffe', text: 'hello' });
    expect(tryout.bot.heard[0]).toMatchObject({
      timestamp: '2027-01-11T08:00:00.000Z',
      localTimestamp: '2027-01-11T08:00:00.000+00:00',
    });
  });
});
