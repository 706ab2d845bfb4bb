import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEvents } from './event-reader.ts';
import { post, type RunningTryout, runTryout } from './running-tryout.ts';

let tryout: RunningTryout;
beforeEach(async () => {
  tryout = await runTryout();
});
afterEach(() => tryout.close());

const MAYAS = 'a:tryout-head-northcliffe';
const say = (person: string, text: string) => post(`${tryout.url}/tryout/messages`, { person, text });
const events = (query = '', headers: Record<string, string> = {}) =>
  openEvents(`${tryout.url}/tryout/events${query}`, headers);
const named = (list: readonly { name: string }[]) => list.map(({ name }) => name);

describe('the stream of events', () => {
  it('begins with what was said before, so that a reloaded page shows it', async () => {
    await say('head-northcliffe', 'what category are we?');
    const stream = await events();
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const history = await stream.until('ready');
    expect(named(history)).toEqual(['reset', 'message', 'message', 'ready']);
    expect(history[1]?.data).toMatchObject({ by: 'head-northcliffe', text: 'what category are we?' });
    stream.close();
  });

  it('goes on with what happens: the words, the bot typing, its answer', async () => {
    const stream = await events();
    await stream.until('ready');
    await say('head-northcliffe', 'hello');
    expect([await stream.next(), await stream.next(), await stream.next()]).toMatchObject([
      { name: 'message', data: { text: 'hello' } },
      { name: 'typing', data: { conversation: MAYAS } },
      { name: 'message', data: { name: 'Partnership Bot' } },
    ]);
    stream.close();
  });

  it('gives only the conversations that are asked for, and the clock', async () => {
    const stream = await events(`?conversation=${encodeURIComponent(MAYAS)}`);
    await stream.until('ready');
    await say('head-hollin-lane', 'hello');
    await post(`${tryout.url}/tryout/clock`, { now: '2027-01-11T08:00:00Z' });
    await say('head-northcliffe', 'hello');
    expect([await stream.next(), await stream.next()]).toMatchObject([
      { name: 'clock', data: { now: '2027-01-11T08:00:00Z', moved: true } },
      { name: 'message', data: { conversation: MAYAS } },
    ]);
    stream.close();
  });

  it('replays just what was missed after a cut, and nobody’s typing', async () => {
    const first = await events();
    await first.until('ready');
    await say('head-northcliffe', 'one');
    const seen = await first.until('message');
    first.close();
    await say('head-northcliffe', 'two');
    const lastSeen = seen.at(-1)?.id ?? '';
    const again = await events('', { 'last-event-id': lastSeen });
    const missed = await again.until('ready');
    expect(named(missed)).toEqual(['message', 'message', 'message', 'ready']);
    expect(missed.map(({ data }) => data.text)).toEqual([undefined, 'two', undefined, undefined]);
    again.close();
  });

  it('takes the last seen event from the address too', async () => {
    const first = await events();
    const ready = (await first.until('ready')).at(-1);
    first.close();
    await say('head-northcliffe', 'meanwhile');
    const again = await events(`?lastEventId=${ready?.id}`);
    expect(named(await again.until('ready'))).toEqual(['message', 'message', 'ready']);
    again.close();
  });

  it.each([
    ['another run of the server', '1234567890123.4', true],
    ['nonsense', 'x', true],
  ])('starts afresh when the last seen event is of %s, and says so', async (_what, lastEventId, restarted) => {
    await say('head-northcliffe', 'hello');
    const stream = await events('', { 'last-event-id': lastEventId });
    const all = await stream.until('ready');
    expect(named(all)).toEqual(['reset', 'message', 'message', 'ready']);
    expect(all[0]?.data).toEqual({ restarted });
    stream.close();
  });

  it('starts afresh, without saying the server was restarted, when a number of this run makes no sense', async () => {
    const first = await events();
    const run = (await first.until('ready')).at(-1)?.id?.split('.')[0];
    first.close();
    for (const number of ['999', '-1', 'x']) {
      const stream = await events('', { 'last-event-id': `${run}.${number}` });
      expect((await stream.next())?.data).toEqual({ restarted: false });
      stream.close();
    }
  });

  it('ends when the server is to stop, which would otherwise wait for it', async () => {
    const other = await runTryout();
    const stream = await openEvents(`${other.url}/tryout/events`);
    await stream.until('ready');
    await other.close();
    expect(await stream.next()).toBeUndefined();
  });
});
