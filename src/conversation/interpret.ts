import { z } from 'zod';
import type { Asking, Feature } from '../core/feature.ts';
import { type Heard, IntentName, type Topic, type Understanding } from '../core/intent.ts';
import { JsonRecord } from '../core/json.ts';
import { grantsOn, type Person, type Role } from '../core/people.ts';
import { Refusal } from '../core/refusal.ts';
import type { JsonObject } from '../core/store.ts';
import type { Input } from '../core/turn.ts';
import { chooseIntent } from './choose-intent.ts';
import type { Wanted } from './dispatch.ts';
import type { Memory } from './memory.ts';
import { pickOption } from './pick-option.ts';

/** What a message means, said the same way every time: no clock, no store, no network. */
export type Understand = (
  text: string,
  context: {
    readonly roles: readonly Role[];
    readonly at: Asking['now'];
    readonly topic: Topic;
    /** The speaker, so that a name is looked for among the schools they work with first. */
    readonly viewer?: Person;
  },
) => Understanding;

export interface Situation {
  readonly memory: Memory;
  readonly welcomed: boolean;
}

/** A button that settled which of several meanings was meant: the words are read again with that one decided. */
const Meant = z.strictObject({ intent: IntentName, text: z.string().max(4000) });
export const MEANT = 'conversation.meant';

/** A button that asks a question, as if it had been typed. */
const Said = z.strictObject({ text: z.string().max(4000) });
const SAY = 'conversation.say';

/** A button of a list whose verb is data too, so that one template serves every list. */
const InList = z.strictObject({
  do: z
    .string()
    .max(100)
    .regex(/^(?!conversation\.do$)/),
  with: JsonRecord,
});
const DO = 'conversation.do';

/** Turns what came in into calls on features, in the order said. */
export function interpreter(features: readonly Feature[], understand: Understand) {
  function read(text: string, asking: Asking): Understanding {
    const roles = asking.viewer ? grantsOn(asking.viewer, asking.today).map((grant) => grant.role) : [];
    return understand(text, {
      roles: [...new Set(roles)],
      at: asking.now,
      topic: asking.topic,
      ...(asking.viewer ? { viewer: asking.viewer } : {}),
    });
  }

  function meaning(intent: IntentName, heard: Heard, asking: Asking): Wanted {
    const hears = features.map((feature) => feature.hears[intent]).find((found) => found !== undefined);
    if (!hears) return { verb: intent, intent, refusal: new Refusal('not_understood', NOT_YET) };
    try {
      return { ...hears(heard, asking), intent };
    } catch (error) {
      if (error instanceof Refusal) return { verb: intent, intent, refusal: error };
      throw error;
    }
  }

  function fromText(text: string, asking: Asking, memory: Memory): readonly Wanted[] {
    const picked = pickOption(text, memory.options);
    if (picked) return fromAction(picked.verb, picked.data, asking, { ...memory, options: [] }).map(asChosen);
    for (const feature of features) {
      const call = feature.recognises?.(text, asking);
      if (call) return [call];
    }
    const understood = read(text, asking);
    if (understood.concern) return [{ verb: 'general.concern', data: { concern: understood.concern } }];
    return understood.asks.map((heard) => {
      const choice = chooseIntent(heard, { topic: asking.topic, followsOn: understood.followsOn });
      return choice.kind === 'settled'
        ? meaning(choice.intent, heard, asking)
        : { verb: 'general.choose', data: { text: heard.text, intents: [...choice.intents] } };
    });
  }

  function fromAction(verb: string, data: JsonObject, asking: Asking, memory: Memory): readonly Wanted[] {
    const said = verb === SAY ? Said.safeParse(data) : undefined;
    if (said?.success) return fromText(said.data.text, asking, { ...memory, options: [] });
    const inList = verb === DO ? InList.safeParse(data) : undefined;
    if (inList?.success) {
      const meant = fromAction(inList.data.do, inList.data.with, asking, memory);
      return wasOffered(inList.data, memory) ? meant.map(asChosen) : meant;
    }
    if (verb !== MEANT) return [{ verb, data }];
    const meant = Meant.safeParse(data);
    if (!meant.success) return [{ verb, data }];
    const [heard] = read(meant.data.text, asking).asks;
    return heard ? [meaning(meant.data.intent, heard, asking)] : [{ verb: 'general.help', data: {} }];
  }

  return function interpret(input: Input, asking: Asking, situation: Situation): readonly Wanted[] {
    switch (input.kind) {
      case 'installed':
        return situation.welcomed ? [] : [{ verb: 'general.welcome', data: {} }];
      case 'action':
        return fromAction(input.verb, input.data, asking, situation.memory);
      case 'text':
        if (input.text.trim() === '') {
          return [{ verb: input.hasAttachment ? 'general.file-received' : 'general.greet', data: {} }];
        }
        return fromText(input.text, asking, situation.memory);
    }
  };
}

function asChosen(wanted: Wanted): Wanted {
  return { ...wanted, chosen: true };
}

function wasOffered(pressed: z.infer<typeof InList>, memory: Memory): boolean {
  const data = JSON.stringify(pressed.with);
  return memory.options.some((option) => option.verb === pressed.do && JSON.stringify(option.data) === data);
}

const NOT_YET = 'I don’t know how to help with that yet. Say “help” to see what I can do.';
