import type { JsonObject } from '../../../src/core/store.ts';
import type { SupportRequest } from '../../../src/features/support/index.ts';
import { type Bot, openBot, wordsOf } from '../../harness/bot.ts';
import { entryWrite, requestOf, requestWrite, type Told } from './requests.ts';

export const PRIYA = 'adviser-north';
export const TOM = 'adviser-south';

/** Keeps a request, and the lines of its history that figures are taken from. */
export async function keep(
  bot: Bot,
  request: SupportRequest,
  when: { readonly accepted?: string; readonly matched?: string } = {},
): Promise<SupportRequest> {
  const { accepted, matched } = when;
  await bot.store.commit([
    requestWrite(request),
    ...(accepted ? [entryWrite(request, 'accept', accepted, 2)] : []),
    ...(matched ? [entryWrite(request, 'consent', matched, 3)] : []),
  ]);
  return request;
}

/** The demo partnership as it is before anybody has asked for support. */
export async function openEmpty(): Promise<Bot> {
  const bot = await openBot();
  for (const type of ['support-request', 'support-entry']) {
    for (const { partition, id } of (await bot.store.query({ type, limit: 500 })).items) {
      await bot.store.commit([{ kind: 'delete', ref: { partition, id }, guard: 'any' }]);
    }
  }
  return bot;
}

/**
 * A term's requests: three with Priya (one waiting for her, one she looks for a partner for, one under way), two with Tom, and
 * one that was withdrawn. Nothing is overdue at ten on 18 November 2026 but what is said to be.
 */
export async function openTerm() {
  const bot = await openEmpty();
  const sent = '2026-11-17T15:00:00.000Z';
  const put = (told: Told & { readonly state: SupportRequest['state'] }, when = {}) =>
    keep(bot, requestOf(told.state, { sent, ...told }), when);
  const waiting = await put({ state: 'submitted', school: 'northcliffe', line: [PRIYA], focuses: ['phonics'] });
  const matching = await put(
    {
      state: 'matching',
      school: 'thornbeck',
      owner: PRIYA,
      focuses: ['phonics', 'writing'],
      sent: '2026-11-10T09:00:00Z',
    },
    { accepted: '2026-11-11T09:00:00Z' },
  );
  const active = await put(
    { state: 'terms_agreed', school: 'stonepit', owner: PRIYA, focuses: ['maths'], sent: '2026-10-01T09:00:00Z' },
    { accepted: '2026-10-06T09:00:00Z', matched: '2026-10-15T09:00:00Z' },
  );
  const toms = await put(
    { state: 'assigned', school: 'beckwith', owner: TOM, focuses: ['governance'], sent: '2026-11-16T09:00:00Z' },
    { accepted: '2026-11-16T12:00:00Z' },
  );
  const tomsWaiting = await put({
    state: 'submitted',
    school: 'elmfield',
    line: [TOM],
    focuses: ['send'],
    sent: '2026-11-09T09:00:00Z',
  });
  const withdrawn = await put({
    state: 'withdrawn',
    school: 'hollin-lane',
    focuses: ['phonics'],
    sent: '2026-09-10T09:00:00Z',
  });
  return { bot, waiting, matching, active, toms, tomsWaiting, withdrawn };
}

/** All a person can read of what they are told. */
export async function told(bot: Bot, nn: string, words: string): Promise<string> {
  return wordsOf((await bot.say(nn, words)).here);
}

export async function pressed(bot: Bot, nn: string, verb: string, data: JsonObject = {}): Promise<string> {
  return wordsOf((await bot.press(nn, verb, data)).here);
}
