import { z } from 'zod';
import { IntentName } from '../core/intent.ts';
import type { Wanted } from './dispatch.ts';
import type { AskChooser } from './understand/ask-chooser.ts';

const Doubt = z.object({ text: z.string(), intents: z.array(IntentName) });

/**
 * Has a chooser settle what would otherwise be asked back, where an authority has one. `meant` reads the words again with that
 * meaning decided, exactly as if the person had pressed its button: nothing else follows from a choice than from that press.
 */
export async function settleDoubts(
  calls: readonly Wanted[],
  ask: AskChooser | undefined,
  meant: (intent: IntentName, text: string) => readonly Wanted[],
): Promise<readonly Wanted[]> {
  if (!ask) return calls;
  const settled = await Promise.all(
    calls.map(async (call) => {
      const doubt = call.verb === 'general.choose' && 'data' in call ? Doubt.safeParse(call.data) : undefined;
      if (!doubt?.success) return [call];
      const intent = await ask(doubt.data.text, doubt.data.intents);
      return intent ? meant(intent, doubt.data.text) : [call];
    }),
  );
  return settled.flat();
}
