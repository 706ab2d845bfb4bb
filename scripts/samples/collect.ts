import type { CardReply } from '../../src/core/reply.ts';
import type { JsonObject } from '../../src/core/store.ts';

/** Card name -> its states, in the order collected. */
export type Samples = ReadonlyMap<string, readonly { readonly name: string; readonly data: JsonObject }[]>;

/** Gathers what features really replied, by card. A state's name may be used once for each card. */
export function collector() {
  const samples = new Map<string, { name: string; data: JsonObject }[]>();
  return {
    samples: samples as Samples,
    async add(name: string, replied: Promise<CardReply> | CardReply): Promise<void> {
      const { card, data } = await replied;
      const states = samples.get(card) ?? [];
      if (states.some((state) => state.name === name)) throw new Error(`Two states of ${card} are called “${name}”`);
      samples.set(card, [...states, { name, data }]);
    },
  };
}
export type Collector = ReturnType<typeof collector>;
