import type { Json, JsonObject } from '../core/store.ts';
import { functionsIn, wrapExpressions } from './interpolation.ts';
import { isTemplateFunction, type TemplateWord } from './template-words.ts';

/** Which text properties show data to people, and how much of Markdown clients see in them. */
const SHOWN: Readonly<Record<string, Readonly<Record<string, TemplateWord>>>> = {
  TextBlock: { text: 'plain' },
  Fact: { title: 'plain', value: 'plain' },
  TextRun: { text: 'inert' },
  Choice: { title: 'inert' },
  'Input.Toggle': { title: 'inert', label: 'inert' },
  'Input.Text': { label: 'inert' },
  'Input.Number': { label: 'inert' },
  'Input.Date': { label: 'inert' },
  'Input.Time': { label: 'inert' },
  'Input.ChoiceSet': { label: 'inert' },
};

/** Children that carry no `type` of their own, by the property that holds them. */
const UNTYPED: Readonly<Record<string, string>> = { facts: 'Fact', choices: 'Choice', inlines: 'TextRun' };

/**
 * A template as it is written, made ready to be expanded, once: data shown to people is made plain text, and
 * every `Action.Execute` is given the `Action.Submit` that clients without Universal Actions fall back to, carrying
 * `{ verb, ...data }`. Throws with the reason when the template breaks a rule of ours.
 */
export function prepareTemplate(written: Json): JsonObject {
  if (!isObject(written) || written.type !== 'AdaptiveCard') throw new Error('it is not an AdaptiveCard');
  if (!Array.isArray(written.body)) throw new Error('it has no body');
  const { $schema: _schema, version: _version, fallbackText: _fallbackText, lang: _lang, ...own } = written;
  return prepareObject(own, undefined);
}

/** `holder` is the property the value stands in; `word` the function its data goes through before it is shown. */
function prepare(value: Json, holder: string | undefined, word?: TemplateWord): Json {
  if (typeof value === 'string') return prepareText(value, word);
  if (isList(value)) return value.map((item) => prepare(item, holder, holder === 'inlines' ? 'inert' : undefined));
  return isObject(value) ? prepareObject(value, holder) : value;
}

function prepareText(text: string, word: TemplateWord | undefined): string {
  const unknown = functionsIn(text).find((name) => !isTemplateFunction(name));
  if (unknown !== undefined) throw new Error(`"${text}" calls a function there is not: ${unknown}`);
  return word === undefined ? text : wrapExpressions(text, word);
}

function prepareObject(node: JsonObject, holder: string | undefined): JsonObject {
  const type = typeof node.type === 'string' ? node.type : UNTYPED[holder ?? ''];
  const shown = SHOWN[type ?? ''] ?? {};
  const prepared: Record<string, Json> = {};
  for (const [key, value] of Object.entries(node)) {
    if (value !== undefined) prepared[key] = prepare(value, key, shown[key]);
  }
  if (type === 'Action.Execute') prepared.fallback ??= submitInstead(prepared);
  return prepared;
}

/** What every client understands: the same button, the verb travelling with the data. */
function submitInstead(execute: JsonObject): JsonObject {
  const { verb, data = {} } = execute;
  if (typeof verb !== 'string' || verb === '') throw new Error('an Action.Execute has no verb');
  if (!isObject(data)) throw new Error(`the data of Action.Execute "${verb}" is not an object`);
  if ('verb' in data) throw new Error(`the data of Action.Execute "${verb}" may not have a verb of its own`);
  const { title, style, associatedInputs } = execute;
  return {
    type: 'Action.Submit',
    title,
    data: { verb, ...data },
    ...(style !== undefined && { style }),
    ...(associatedInputs !== undefined && { associatedInputs }),
  };
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
