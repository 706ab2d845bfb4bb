import { londonDate } from '../core/clock.ts';
import type { IntentName } from '../core/intent.ts';
import type { NotAnswered } from '../core/phrases.ts';
import type { Turn } from '../core/turn.ts';
import type { Wanted } from './dispatch.ts';

/** What of a typed message was asked back about or had no answer. Nothing of a button, nor of a worry. */
export function notAnswered(turn: Pick<Turn, 'input' | 'at'>, calls: readonly Wanted[]): readonly NotAnswered[] {
  const { input } = turn;
  if (input.kind !== 'text') return [];
  const on = londonDate(turn.at);
  return calls.flatMap((call) => {
    if ('refusal' in call) {
      return call.refusal.code === 'not_understood' ? [{ text: input.text, offered: [], on }] : [];
    }
    if (call.verb === 'general.choose') {
      return [{ text: String(call.data.text), offered: call.data.intents as readonly IntentName[], on }];
    }
    return call.verb === 'general.out-of-scope' ? [{ text: input.text, offered: [], on }] : [];
  });
}
