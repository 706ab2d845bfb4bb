import type { Outgoing } from '../../src/core/reply.ts';
import type { Json, JsonObject } from '../../src/core/store.ts';
import type { Chance } from '../outbox/support/random.ts';

/** A button somebody has seen, with what can be filled in beside it. */
export interface Button {
  readonly verb: string;
  readonly data: JsonObject;
  readonly inputs: readonly JsonObject[];
}

/** Every button of these messages that does something. Those of a form carry the form's inputs. */
export function buttonsOf(messages: readonly Outgoing[]): readonly Button[] {
  return messages.flatMap(({ card }) => {
    const nodes = card ? [...nodesIn(card as unknown as Json)] : [];
    const inputs = nodes.filter(({ type }) => String(type).startsWith('Input.'));
    return nodes
      .filter(({ type }) => type === 'Action.Execute')
      .map(({ verb, data, associatedInputs }) => ({
        verb: String(verb),
        data: isObject(data) ? data : {},
        inputs: associatedInputs === 'none' ? [] : inputs,
      }));
  });
}

/** What the button does, whether named on it or carried by it. */
export function deedOf({ verb, data }: Button): string {
  return verb === 'conversation.do' ? String(data.do) : verb;
}

/** A button as it is pressed, its form filled in by chance: what stood there, or something else that fits. */
export function press({ verb, data, inputs }: Button, chance: Chance, today: string): JsonObject {
  const filled = inputs.map((input): [string, Json | undefined] => [String(input.id), fill(input, chance, today)]);
  return { ...data, ...Object.fromEntries(filled.filter(([, value]) => value !== undefined)), verb };
}

function fill(input: JsonObject, chance: Chance, today: string): Json | undefined {
  const stood = input.value;
  if (stood !== undefined && stood !== '' && chance.happens(0.7)) return stood;
  switch (input.type) {
    case 'Input.Text':
      return input.isRequired === true || chance.happens(0.6) ? textFor(input, chance) : undefined;
    case 'Input.Number':
      return String(chance.pick([1, 2, 3, 4, 6]));
    case 'Input.Date':
      return dateAfter(today, chance.upTo(90));
    case 'Input.Toggle':
      return chance.happens(0.5) ? (input.valueOn ?? 'true') : (input.valueOff ?? 'false');
    case 'Input.ChoiceSet': {
      const choices = Array.isArray(input.choices) ? input.choices.filter(isObject) : [];
      return choices[chance.upTo(choices.length)]?.value;
    }
    default:
      return undefined;
  }
}

/** Words, or a number where the words are asked for as one. */
function textFor(input: JsonObject, chance: Chance): string {
  if (typeof input.regex === 'string' && new RegExp(input.regex).test('4')) return chance.pick(['1', '2', '4']);
  return chance.pick([
    'More of our Year 1s reading with confidence.',
    'Work on early reading in two classes.',
    '2',
    '400',
  ]);
}

function dateAfter(today: string, days: number): string {
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function* nodesIn(node: Json | undefined): Generator<JsonObject> {
  if (Array.isArray(node)) for (const each of node) yield* nodesIn(each);
  else if (isObject(node)) {
    yield node;
    for (const each of Object.values(node)) yield* nodesIn(each);
  }
}

function isObject(node: Json | undefined): node is JsonObject {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
