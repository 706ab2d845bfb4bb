import type { Store, Write } from '../core/store.ts';
import type { Input, Turn } from '../core/turn.ts';

const ID = 'welcomed';

/** Whether this conversation was greeted already: platforms repeat "installed" for as long as they like. */
export async function wasWelcomed(store: Store, partition: string, input: Input): Promise<boolean> {
  return input.kind === 'installed' && (await store.get({ partition, id: ID })) !== undefined;
}

export function welcomeWrites(partition: string, turn: Turn): readonly Write[] {
  if (turn.input.kind !== 'installed') return [];
  return [
    { kind: 'put', ref: { partition, id: ID }, type: 'welcomed', body: { v: 1, at: turn.at.toString() }, guard: 'any' },
  ];
}
