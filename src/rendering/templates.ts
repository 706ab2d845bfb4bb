import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import { cardJson } from '../core/card-json.ts';
import type { AdaptiveCard, CardReply, Outgoing } from '../core/reply.ts';
import type { Json, JsonObject } from '../core/store.ts';
import { CardFault } from './card-fault.ts';
import { inert, WORD_JOINER } from './plain-text.ts';
import { prepareTemplate } from './prepare-template.ts';
import { readTemplate } from './read-template.ts';
import { teachTemplateWords } from './template-words.ts';

/** Teams refuses a message above about 28 KB (bytes of UTF-8 JSON). */
export const MOST_CARD_BYTES = 28 * 1024;

const ENVELOPE = {
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  // A language and no country: the schema, and Microsoft's own renderer, take nothing longer.
  lang: 'en',
} as const;

export interface Renderer {
  /** The names of every card there is: "categories/school". Sorted. */
  readonly cards: readonly string[];
  /**
   * The card with the data in it. All text in the data is shown as plain text, whatever it holds. Synchronous, and pure.
   * Throws `CardFault` for a card that does not exist, data the template asks for and does not get, or a card above 28 KB.
   */
  render(reply: CardReply): Outgoing;
}

/** Reads and parses every `<feature>/<card>.json` at once. Throws `CardFault`, naming the file, on the first bad one. */
export function createRenderer({ cardsDirectory }: { cardsDirectory: string }): Renderer {
  teachTemplateWords();
  const templates = new Map(cardNames(cardsDirectory).map((card) => [card, openTemplate(cardsDirectory, card)]));
  return {
    cards: [...templates.keys()],
    render({ card, data, summary }) {
      const template = templates.get(card);
      if (template === undefined) throw new CardFault(card, `there is no cards/${card}.json`);
      return { summary, card: expand(card, template, data, summary) };
    },
  };
}

/** "categories/school" for each `categories/school.json`; the samples beside them are not cards. */
export function cardNames(cardsDirectory: string): string[] {
  return readdirSync(cardsDirectory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json') && !path.endsWith('.sample.json'))
    .map((path) => path.replaceAll('\\', '/').slice(0, -'.json'.length))
    .sort();
}

type Expanding = (root: JsonObject) => JsonObject;

/** The short way where it is sure, and the library for everything else: see read-template.ts. */
function openTemplate(cardsDirectory: string, card: string): Expanding {
  try {
    const written: Json = JSON.parse(readFileSync(join(cardsDirectory, `${card}.json`), 'utf8'));
    const prepared = prepareTemplate(written);
    const template = new Template(prepared);
    const read = readTemplate(prepared);
    return (root) => read?.(root) ?? template.expand({ $root: root });
  } catch (cause) {
    throw new CardFault(card, reasonOf(cause), { cause });
  }
}

function expand(name: string, template: Expanding, data: JsonObject, summary: string): AdaptiveCard {
  const fallbackText = inert(summary);
  let card = evaluate(name, template, data, fallbackText);
  let json = cardJson(card);
  if (json.includes('${')) {
    // Either a field had no value, and the library has left its name standing; or somebody typed it. The words are only
    // parted now, because next to no message holds them and every message pays for what is done before this line.
    card = evaluate(name, template, partExpressions(data), fallbackText);
    json = cardJson(card);
    const left = /\$\{[^}]*\}?/.exec(json);
    if (left !== null) throw new CardFault(name, `no value for ${left[0]}`);
  }
  const bytes = Buffer.byteLength(json);
  if (bytes > MOST_CARD_BYTES)
    throw new CardFault(name, `${bytes} bytes is more than the ${MOST_CARD_BYTES} Teams takes`);
  return card;
}

function evaluate(name: string, template: Expanding, data: JsonObject, fallbackText: string): AdaptiveCard {
  try {
    return { type: 'AdaptiveCard', ...ENVELOPE, ...template(data), fallbackText };
  } catch (cause) {
    throw new CardFault(name, reasonOf(cause), { cause });
  }
}

function partExpressions<Value extends Json | undefined>(value: Value): Value;
function partExpressions(value: Json | undefined): Json | undefined {
  if (typeof value === 'string') return value.replace(/\$(?=\{|$)/g, `$&${WORD_JOINER}`);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => partExpressions(item));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, partExpressions(inner)]));
}

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
