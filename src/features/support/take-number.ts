import { z } from 'zod';
import type { Store } from '../../core/store.ts';
import { RequestRef } from './schema.ts';

const PARTITION = 'support-numbers';
const Counter = z.strictObject({ v: z.literal(1), last: z.int().nonnegative() });
const Taken = z.strictObject({ v: z.literal(1), ref: RequestRef });
/** Others may take numbers at the same moment; so many in a row would be a fault. */
const TRIES = 50;
/** A form left open for longer than this and pressed again is a new request. */
const REMEMBERED_SECONDS = 90 * 24 * 60 * 60;

/** The number a form was given when it was sent before. */
export async function numberOf(store: Store, form: string): Promise<RequestRef | undefined> {
  const taken = await store.get(formAddress(form));
  return taken && Taken.parse(taken.body).ref;
}

/**
 * The number of a request, in the year it is sent. The same `form` is given the same number however often it is sent, even
 * when the bot died in between. Numbers are not given twice; one may be left out.
 */
export async function takeNumber(store: Store, year: number, form: string): Promise<RequestRef> {
  const formRef = formAddress(form);
  const counterRef = { partition: PARTITION, id: `last/${year}` };
  for (let tried = 0; tried < TRIES; tried += 1) {
    const [taken, counter] = await Promise.all([store.get(formRef), store.get(counterRef)]);
    if (taken) return Taken.parse(taken.body).ref;
    const last = (counter ? Counter.parse(counter.body).last : 0) + 1;
    const ref = RequestRef.parse(`SR-${year}-${String(last).padStart(4, '0')}`);
    const result = await store.commit([
      {
        kind: 'put',
        ref: counterRef,
        type: 'support-counter',
        body: { v: 1, last },
        guard: counter ? { etag: counter.etag } : 'must-not-exist',
      },
      {
        kind: 'put',
        ref: formRef,
        type: 'support-form',
        body: { v: 1, ref },
        guard: 'must-not-exist',
        ttlSeconds: REMEMBERED_SECONDS,
      },
    ]);
    if (result.outcome === 'committed') return ref;
  }
  throw new Error('No request number could be taken: too many others took one at the same time');
}

function formAddress(form: string) {
  return { partition: PARTITION, id: `form/${form}` };
}
