import type { Answer } from '../../../src/core/reply.ts';
import type { JsonObject } from '../../../src/core/store.ts';
import { type Bot, wordsOf } from '../../harness/bot.ts';

export const OFFICER = '09';
export const HEAD = '01';

interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: JsonObject;
}

/** Presses what is shown, as somebody would: by what it says. */
export async function pressShown(bot: Bot, nn: string, shown: Answer, title: string): Promise<Answer> {
  const button = buttonsIn(shown.here[0]?.card).find((each) => each.title.startsWith(title));
  if (!button) throw new Error(`No button “${title}” in: ${wordsOf(shown.here)}`);
  return bot.press(nn, button.verb, button.data);
}

function buttonsIn(node: unknown): readonly Button[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.values(node).flatMap(buttonsIn);
  return Reflect.get(node, 'type') === 'Action.Execute' ? [node as Button, ...below] : below;
}

export const said = (answer: Answer) => answer.here[0]?.summary ?? '';

/** Has an officer add a phrase, by words and then a press. */
export async function teach(bot: Bot, phrase: string, meaning: string): Promise<Answer> {
  const shown = await bot.say(OFFICER, `when somebody says '${phrase}' they mean ${meaning}`);
  return pressShown(bot, OFFICER, shown, 'Add this phrase');
}
