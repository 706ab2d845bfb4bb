import { z } from 'zod';
import type { Option, Reply } from '../core/feature.ts';
import { SchoolId } from '../core/ids.ts';
import { IntentName, type Topic } from '../core/intent.ts';
import { JsonRecord } from '../core/json.ts';
import type { Ref, Store, Write } from '../core/store.ts';

/** What was lately spoken about with one person in one conversation. Forgotten after half an hour. */
export const Memory = z.strictObject({
  v: z.literal(1),
  topic: z.strictObject({ intent: IntentName.optional(), school: SchoolId.optional() }),
  /** What was last offered to choose from, in the order shown. */
  options: z.array(z.strictObject({ label: z.string(), verb: z.string(), data: JsonRecord })),
});
export type Memory = z.infer<typeof Memory>;

export const NOTHING: Memory = { v: 1, topic: {}, options: [] };

const MEMORY_SECONDS = 30 * 60;

/** One memory for each person in a conversation: in a group, what one spoke of is no clue to what another means. */
export function memoryRef(partition: string, identity: string): Ref {
  return { partition, id: `memory/${identity}` };
}

export async function recall(store: Store, ref: Ref): Promise<Memory> {
  const found = await store.get(ref);
  if (!found) return NOTHING;
  const parsed = Memory.safeParse(found.body);
  // An older shape is only a half-hour's context: better forgotten than a fault.
  return parsed.success ? parsed.data : NOTHING;
}

/** What a turn did to what is remembered. */
export interface Turned {
  readonly replies: readonly Reply[];
  readonly intent: IntentName | undefined;
  /** One of the choices last offered was taken: the rest of that list can still be gone through, "the second one". */
  readonly choseOne: boolean;
}

/** What to remember after a turn; the last reply that set something wins. */
export function remembered(before: Memory, { replies, intent, choseOne }: Turned): Memory {
  let topic: Topic = intent ? { ...before.topic, intent } : before.topic;
  let options: readonly Option[] = choseOne ? before.options : [];
  for (const reply of replies) {
    if (reply.topic) topic = { ...topic, ...reply.topic };
    if (reply.options && reply.options.length > 0) options = reply.options;
  }
  return Memory.parse({ v: 1, topic, options });
}

export function memoryWrite(ref: Ref, memory: Memory): Write {
  return { kind: 'put', ref, type: 'memory', body: memory, guard: 'any', ttlSeconds: MEMORY_SECONDS };
}
