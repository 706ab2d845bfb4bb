import { Temporal } from 'temporal-polyfill';
import { PersonId } from '../../../src/core/ids.ts';
import { identityRef, personRef } from '../../../src/core/linking.ts';
import { OUTBOX_TYPE, OutboxRow } from '../../../src/core/outbox.ts';
import type { Outgoing } from '../../../src/core/reply.ts';
import type { JsonObject, Ref } from '../../../src/core/store.ts';
import { teamsUser } from '../../../src/demo/teams-user.ts';
import { REGISTER_VERSION } from '../../../src/register/live-register.ts';
import { A_SCHOOL_DAY, type Bot, wordsOf } from '../../harness/bot.ts';

export const NORTHCLIFFE = '01';
export const HOLLIN_LANE = '02';
export const PRIYA_NORTH = '04';
export const TOM_SOUTH = '05';
export const HELEN_OVER_ALL = '06';
export const STONEPIT = '07';
export const CHAIR_OF_NORTHCLIFFE = '08';
export const OFFICER = '09';
export const BECKWITH = '10';
export const MOORBANK = '11';
export const UNLINKED = '99';

export const PHONICS: JsonObject = {
  form: 'form-1',
  school: 'northcliffe',
  focus: 'phonics',
  also: 'none',
  kind: 'coaching',
  halfDays: '4',
  yearGroups: 'Y1',
  from: '2027-01-04',
  to: '2027-02-12',
  outcome: 'More of our Year 1s blending with confidence.',
  tried: 'Daily sessions since September.',
  chairMayKnow: 'false',
};

/** Northcliffe's headteacher sends a request about phonics; answers its reference. */
export async function sendRequest(bot: Bot, changes: JsonObject = {}): Promise<string> {
  const answer = await bot.press(NORTHCLIFFE, 'support.submit', { ...PHONICS, ...changes });
  const ref = /SR-\d{4}-\d{4}/.exec(wordsOf(answer.here))?.[0];
  if (!ref) throw new Error(`Not sent: ${wordsOf(answer.here)}`);
  return ref;
}

export interface Told {
  readonly to: string;
  readonly reason: string;
  readonly words: string;
}

/** What the outbox would send at that moment, in full: each row asked for what it has become by then. */
export async function wouldBeTold(
  bot: Bot,
  ref: string,
  at: Temporal.Instant = A_SCHOOL_DAY,
): Promise<readonly Told[]> {
  const rows = await bot.store.query({ type: OUTBOX_TYPE, partition: `request:${ref}`, limit: 500 });
  const told: Told[] = [];
  for (const { body } of rows.items) {
    const row = OutboxRow.parse(body);
    if (row.kind !== 'reminder' || Temporal.Instant.compare(Temporal.Instant.from(row.sendAt), at) > 0) continue;
    const reply = await bot.features.find(({ key }) => key === row.feature)?.stillDue?.(row, at);
    if (!reply) continue;
    told.push({ to: row.to, reason: row.reason, words: wordsOf([bot.renderer.render(reply)]) });
  }
  return told;
}

export function summaryOf(messages: readonly Outgoing[]): string {
  return messages.map(({ summary }) => summary).join('\n');
}

const A_YEAR_AGO = '2025-11-18';

async function put(bot: Bot, ref: Ref, type: string, body: JsonObject): Promise<void> {
  await bot.store.commit([{ kind: 'put', ref, type, body, guard: 'any' }]);
}

/** Puts one more person into the partnership, known to colleagues at once. */
export async function addPerson(
  bot: Bot,
  person: { readonly nn: string; readonly id: string; readonly name: string; readonly grants: readonly JsonObject[] },
): Promise<void> {
  const id = PersonId.parse(person.id);
  const grants = person.grants.map((grant) => ({ from: A_YEAR_AGO, ...grant }));
  await put(bot, personRef(id), 'person', { v: 1, id, displayName: person.name, grants });
  const user = teamsUser(person.nn);
  const identity = identityRef({ platform: 'teams', tenant: '00000000-0000-4000-8000-0000000000aa', user });
  await put(bot, identity, 'identity', { v: 1, person: id, linkedBy: 'configured' });
  await readAgain(bot);
}

/** Takes all of a person's roles away, as of now. */
export async function endRoles(bot: Bot, id: string): Promise<void> {
  const ref = personRef(PersonId.parse(id));
  const found = await bot.store.get(ref);
  await put(bot, ref, 'person', { ...found?.body, grants: [] });
  await readAgain(bot);
}

/** A school without an adviser of its own: its area's advisers are asked together. */
export async function withoutOwnAdviser(bot: Bot, school: string): Promise<void> {
  const ref = { partition: `school:${school}`, id: 'school' };
  const found = await bot.store.get(ref);
  await put(bot, ref, 'school', { ...found?.body, adviser: undefined });
  await readAgain(bot);
}

async function readAgain(bot: Bot): Promise<void> {
  await put(bot, REGISTER_VERSION, 'register-version', { v: 1 });
  await bot.register.refresh();
}
