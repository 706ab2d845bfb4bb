import type { Temporal } from 'temporal-polyfill';
import { londonDate } from '../../../src/core/clock.ts';
import type { Asking, Reply } from '../../../src/core/feature.ts';
import { PersonId, SchoolId } from '../../../src/core/ids.ts';
import { personRef } from '../../../src/core/linking.ts';
import { Person } from '../../../src/core/people.ts';
import type { JsonObject } from '../../../src/core/store.ts';
import { changeRequest, holdsOf, type RequestCommand, remindOfWork } from '../../../src/features/support/index.ts';
import { A_SCHOOL_DAY, type Bot } from '../../harness/bot.ts';
import { PRIYA_NORTH, sendRequest } from '../brokerage/desk.ts';

export const TERMS: JsonObject = {
  focus: 'phonics',
  also: 'none',
  outcome: 'More of our Year 1s blending with confidence.',
  measure: 'Phonics screening check, Year 1',
  baseline: '56%',
  target: '68%',
  halfDays: '4',
  from: '2026-11-18',
  to: '2027-02-12',
  days: '20 November, 11 December 2026',
  leadSupported: 'Our early reading lead',
  leadPartner: 'Their early reading lead',
  cost: '800',
  whoPays: 'The partnership',
  pot: 'schools-causing-concern',
};

export async function askingAs(bot: Bot, id: string, at: Temporal.Instant = A_SCHOOL_DAY): Promise<Asking> {
  const found = await bot.store.get(personRef(PersonId.parse(id)));
  return {
    viewer: Person.parse(found?.body),
    identity: { platform: 'teams', tenant: 't', user: id },
    place: 'personal',
    now: at,
    today: londonDate(at),
    turnId: `turn-of-${id}`,
    topic: {},
  };
}

/** What a command of any feature answers, before it is drawn. */
export async function replyTo(
  bot: Bot,
  id: string,
  verb: string,
  data: JsonObject,
  at?: Temporal.Instant,
): Promise<Reply> {
  const command = bot.features.flatMap(({ commands }) => commands).find((one) => one.verb === verb);
  if (!command) throw new Error(`No ${verb}`);
  return command.run(command.schema.parse(data) as never, await askingAs(bot, id, at));
}

/** A request of Northcliffe's that Hollin Lane has said yes to, four half-days; Priya Nair has it. Terms are still to be put. */
export async function acceptedRequest(bot: Bot, changes: JsonObject = {}): Promise<string> {
  const ref = await sendRequest(bot, changes);
  await bot.press(PRIYA_NORTH, 'brokerage.accept', { request: ref });
  const forWork = {
    calendar: bot.loaded.calendar,
    framework: bot.loaded.framework,
    colleagues: bot.register.colleagues,
  };
  const step = async (id: string, command: RequestCommand) =>
    changeRequest({
      store: bot.store,
      ref,
      asking: await askingAs(bot, id),
      command: () => command,
      telling: ({ request }, { request: before }) => remindOfWork(forWork, before, request, A_SCHOOL_DAY),
    });
  await step('adviser-north', {
    do: 'propose',
    proposal: {
      offer: 'demo-hollin-lane-reading',
      school: SchoolId.parse('hollin-lane'),
      schoolName: 'Hollin Lane Primary School',
      halfDays: 4,
      message: 'Phonics, four half-days.',
      described: 'A primary school about 3 miles from yours',
    },
  });
  await step('head-hollin-lane', { do: 'consent', proposal: 1 });
  return ref;
}

/** The number on the terms card somebody would be shown now. */
export async function numberShown(bot: Bot, id: string, ref: string): Promise<number> {
  const { data } = await replyTo(bot, id, 'deployments.terms', { request: ref });
  const number = /"number":(\d+)/.exec(JSON.stringify(data))?.[1];
  return Number(number ?? 0);
}

/** The same request with its terms agreed by both headteachers. */
export async function agreedRequest(bot: Bot, changes: JsonObject = {}, terms: JsonObject = {}): Promise<string> {
  const ref = await acceptedRequest(bot, changes);
  await replyTo(bot, 'adviser-north', 'deployments.put-terms', { request: ref, ...TERMS, ...terms });
  for (const id of ['head-hollin-lane', 'head-northcliffe']) {
    const number = await numberShown(bot, id, ref);
    await replyTo(bot, id, 'deployments.agree', { request: ref, number });
  }
  return ref;
}

/** The same at work: one visit by Hollin Lane, on the day the terms were agreed. */
export async function workUnderWay(bot: Bot, terms: JsonObject = {}): Promise<string> {
  const ref = await agreedRequest(bot, {}, terms);
  await replyTo(bot, 'head-hollin-lane', 'deployments.visit', { request: ref, ...VISIT });
  return ref;
}

export const VISIT: JsonObject = {
  form: 'visit-1',
  date: '2026-11-18',
  halfDays: '1',
  did: 'Watched two phonics sessions and planned the next two together.',
};

export const IMPACT: JsonObject = {
  baseline: '56%',
  result: '65.2%',
  source: 'Phonics screening check, June 2027',
  recommend: 'yes',
  shareable: 'true',
};

/** The same, reviewed and evaluated, still to be closed. */
export async function evaluatedWork(bot: Bot, impact: JsonObject = {}, terms: JsonObject = {}): Promise<string> {
  const ref = await workUnderWay(bot, terms);
  const head = (verb: string, data: JsonObject) => replyTo(bot, 'head-northcliffe', verb, { request: ref, ...data });
  await head('deployments.midpoint', { working: 'partly', appropriate: 'yes', text: 'Two more sessions.' });
  await head('deployments.final', { text: 'It helped us a good deal.' });
  await head('deployments.impact', { ...IMPACT, ...impact });
  return ref;
}

/** What the demo's pot holds for a request. */
export async function holdsOfPot(bot: Bot, ref: string) {
  const holds = await holdsOf(bot.store, 'schools-causing-concern');
  return holds.filter(({ request }) => request === ref);
}
