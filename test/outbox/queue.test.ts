import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { sortableInstant } from '../../src/core/clock.ts';
import { OutboxRow, queueNotice, queueReminder } from '../../src/core/outbox.ts';
import { createFakeStore } from './support/fake-store.ts';
import { HEAD } from './support/world.ts';

const AT = Temporal.Instant.from('2026-11-24T10:00:00Z');
const notice = queueNotice('request:r1', {
  id: 'accepted/1',
  to: HEAD,
  sendAt: AT,
  patient: false,
  reply: { card: 'support/accepted', data: { focus: 'phonics' }, summary: 'Somebody has it' },
});
const reminder = queueReminder('request:r1', {
  id: 'not_picked_up/1',
  to: HEAD,
  sendAt: AT,
  patient: true,
  feature: 'support',
  reason: 'not_picked_up',
  about: { partition: 'request:r1', id: 'request' },
});

describe('queueing', () => {
  it.each([
    ['a notice', notice],
    ['a reminder', reminder],
  ])('%s writes a row the outbox can read, due, in the partition of what it is about', (_, write) => {
    if (write.kind !== 'put') throw new Error('not a put');
    expect(OutboxRow.parse(write.body)).toEqual(write.body);
    expect(write).toMatchObject({
      ref: { partition: 'request:r1' },
      type: 'outbox',
      body: { state: 'due', attempts: 0 },
    });
  });

  it('the same thing twice writes it once', async () => {
    const store = createFakeStore();
    expect(await store.commit([notice, reminder])).toMatchObject({ outcome: 'committed' });
    expect(await store.commit([reminder])).toEqual({ outcome: 'conflict', index: 0 });
  });

  it('a reminder keeps no words, only why and about what', () => {
    if (reminder.kind !== 'put') throw new Error('not a put');
    expect(Object.keys(reminder.body).sort()).toEqual(
      ['about', 'attempts', 'feature', 'kind', 'patient', 'reason', 'sendAt', 'state', 'to', 'v'].sort(),
    );
  });

  it('writes moments so that they sort as text just as they do in time', () => {
    const moment = fc
      .integer({ min: 0, max: 4_102_444_800_000 })
      .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
    fc.assert(
      fc.property(moment, fc.oneof(moment, fc.integer({ min: 0, max: 2000 })), (a, other) => {
        const b = typeof other === 'number' ? a.add({ milliseconds: other }) : other;
        const [x, y] = [sortableInstant(a), sortableInstant(b)];
        expect(x < y ? -1 : x > y ? 1 : 0).toBe(Temporal.Instant.compare(a, b));
      }),
      { seed: 20261124 },
    );
  });
});
