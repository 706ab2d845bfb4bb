import { Temporal } from 'temporal-polyfill';
import type { Sender, SendOutcome } from '../../../src/core/channel.ts';
import { PersonId } from '../../../src/core/ids.ts';
import {
  OutboxRow,
  queueChange,
  queueErrand,
  queueNotice,
  queueReminder,
  Reach,
  reachRef,
} from '../../../src/core/outbox.ts';
import type { Outgoing } from '../../../src/core/reply.ts';
import type { Ref } from '../../../src/core/store.ts';
import { createOutbox, type Outbox } from '../../../src/outbox/create-outbox.ts';
import type { OutboxOptions, Platform } from '../../../src/outbox/parts.ts';
import { createFakeStore, keyOf } from './fake-store.ts';
import { createFakeTime } from './fake-time.ts';

/** A Tuesday in term time. */
export const NOW = '2026-11-24T10:00:00.000Z';
export const HEAD = PersonId.parse('head-northcliffe');
export const ADVISER = PersonId.parse('adviser-north');
export const REQUEST = 'request:r1';
export const SECRET = 'Northcliffe is at level 4';

export interface Sent {
  readonly platform: Platform;
  readonly to: string;
  readonly message: Outgoing;
  readonly at: string;
}

type Answer = SendOutcome | ((sent: Sent) => SendOutcome | Promise<SendOutcome>);

/** One bot's outbox with everything around it in the test's hands. */
export function createWorld(options: Partial<OutboxOptions> = {}) {
  const time = createFakeTime(NOW);
  const store = createFakeStore();
  const sent: Sent[] = [];
  const logged: unknown[][] = [];
  const answers: Record<Platform, Answer[]> = { teams: [], slack: [] };
  const changed: (Sent & { readonly messageId: string })[] = [];
  const changeAnswers: Record<Platform, Answer[]> = { teams: [], slack: [] };

  function senderOn(platform: Platform): Sender {
    return {
      async send(address, message) {
        const one = { platform, to: String(address.who), message, at: time.clock.now().toString() };
        sent.push(one);
        const answer = answers[platform].shift() ?? { outcome: 'sent', messageId: `m${sent.length}`, address };
        return typeof answer === 'function' ? answer(one) : answer;
      },
      async update(address, messageId, message) {
        const one = { platform, to: String(address.who), message, messageId, at: time.clock.now().toString() };
        changed.push(one);
        const answer = changeAnswers[platform].shift() ?? { outcome: 'sent', messageId, address };
        return typeof answer === 'function' ? answer(one) : answer;
      },
    };
  }
  const log = (...args: unknown[]): void => {
    logged.push(args);
  };
  const shared: OutboxOptions = {
    store,
    clock: time.clock,
    timer: time.timer,
    render: ({ summary }) => ({ summary }),
    senders: { teams: senderOn('teams'), slack: senderOn('slack') },
    stillDue: {},
    workingTime: { next: (at) => at },
    log: { debug: () => {}, warn: log, error: log },
    instance: 'bot-1',
    random: () => 0.5,
    ...options,
  };
  const outbox = createOutbox(shared);

  return {
    time,
    store,
    sent,
    logged,
    answers,
    changed,
    changeAnswers,
    outbox,
    options: shared,
    /** Another bot on the same store. */
    outboxOf: (instance: string, more: Partial<OutboxOptions> = {}) => createOutbox({ ...shared, instance, ...more }),
    tick: (which: Outbox = outbox) => time.until(which.tick()),
    row: (id = 'accepted/1', partition = REQUEST): OutboxRow =>
      OutboxRow.parse(store.documents.get(keyOf({ partition, id: `outbox/${id}` }))?.body),
    reach: (person: PersonId): Reach => Reach.parse(store.documents.get(keyOf(reachRef(person)))?.body),
    async knows(person: PersonId, ...platforms: readonly (Platform | { platform: Platform; at: string })[]) {
      const addresses = platforms.map((each) => {
        const { platform, at } = typeof each === 'string' ? { platform: each, at: NOW } : each;
        return { platform, at, address: { who: `${person} on ${platform}` } };
      });
      const body = Reach.parse({ v: 1, addresses });
      await store.commit([{ kind: 'put', ref: reachRef(person), type: 'reach', body, guard: 'any' }]);
    },
    async notice(id = 'accepted/1', more: Partial<{ to: PersonId; sendAt: string; patient: boolean }> = {}) {
      const write = queueNotice(REQUEST, {
        id,
        to: more.to ?? HEAD,
        sendAt: Temporal.Instant.from(more.sendAt ?? NOW),
        patient: more.patient ?? false,
        reply: { card: 'support/accepted', data: { note: SECRET }, summary: `${SECRET} (${id})` },
      });
      await store.commit([write]);
      return write.ref;
    },
    async reminder(id = 'accepted/1', more: Partial<{ feature: string; patient: boolean }> = {}) {
      const write = queueReminder(REQUEST, {
        id,
        to: HEAD,
        sendAt: Temporal.Instant.from(NOW),
        patient: more.patient ?? false,
        feature: more.feature ?? 'support',
        reason: 'not_picked_up',
        about: { partition: REQUEST, id: 'request' },
      });
      await store.commit([write]);
      return write.ref;
    },
    async change(of: string, n = 1, to: PersonId = HEAD) {
      const id = `change/${n}/${of}`;
      const sendAt = time.clock.now();
      const write = queueChange(REQUEST, { id, to, sendAt, patient: false, of: `outbox/${of}` });
      await store.commit([write]);
      return write.ref;
    },
    async errand(id = 'revisit/1', more: Partial<{ patient: boolean; feature: string }> = {}) {
      const write = queueErrand(REQUEST, {
        id,
        to: HEAD,
        sendAt: Temporal.Instant.from(NOW),
        patient: more.patient ?? false,
        feature: more.feature ?? 'support',
        reason: 'revisit',
        about: { partition: REQUEST, id: 'request' },
      });
      await store.commit([write]);
      return write.ref;
    },
    /** Overwrites a row, as a crash or an older bot might have left it. */
    async alter(ref: Ref, change: Record<string, string | number | boolean | null>) {
      const found = store.documents.get(keyOf(ref));
      if (!found) throw new Error('No such row');
      await store.commit([{ kind: 'put', ref, type: found.type, body: { ...found.body, ...change }, guard: 'any' }]);
    },
  };
}
export type World = ReturnType<typeof createWorld>;
