// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written so.
import { createRequire } from 'node:module';
import type { AdaptiveCard } from '../../src/core/reply.ts';
import { MOST_CARD_BYTES } from '../../src/rendering/templates.ts';
import { RenderedCard } from './adaptive-card.ts';
import { visibleText } from './card-text.ts';

/** What every card of ours owes its readers, in every state. Each rule says what is wrong, or nothing. */
export function cardProblems(card: AdaptiveCard): string[] {
  const nodes = nodesOf(card);
  return [
    ...schemaProblems(card),
    ...parserProblems(card),
    ...sizeProblems(card),
    ...nodes.flatMap(elementProblems),
    ...idProblems(nodes),
    ...nodes.flatMap(sameTitleProblems),
    ...leftovers(card),
  ];
}

export interface Node {
  readonly [key: string]: unknown;
}

export function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(nodesOf);
  return Array.isArray(value) ? below : [value as Node, ...below];
}

/** Named properties are taken in any case: "Large" is "large". */
const KEYWORDS =
  /^(size|weight|color|spacing|style|fontType|height|width|imageSize|mode|associatedInputs|.*Alignment)$/;

function schemaProblems(card: AdaptiveCard): string[] {
  const lowered = JSON.parse(JSON.stringify(card), (key, value: unknown) =>
    typeof value === 'string' && KEYWORDS.test(key) ? value.charAt(0).toLowerCase() + value.slice(1) : value,
  );
  const parsed = RenderedCard.safeParse(lowered);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

interface Parsing {
  readonly AdaptiveCard: new () => { parse(card: unknown, context: unknown): void };
  readonly SerializationContext: new () => {
    readonly eventCount: number;
    getEventAt(index: number): { message: string };
  };
}

/** Microsoft's own renderer reads cards without a browser, and complains of what it does not know. */
const { AdaptiveCard: Parser, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as Parsing;

function parserProblems(card: AdaptiveCard): string[] {
  const context = new SerializationContext();
  // Its check of `lang` remembers the last card and takes every second one for wrong; the schema looks at it instead.
  const { lang: _lang, ...rest } = structuredClone(card);
  new Parser().parse(rest, context);
  return Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
}

function sizeProblems(card: AdaptiveCard): string[] {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  return bytes > MOST_CARD_BYTES ? [`${bytes} bytes, where Teams takes ${MOST_CARD_BYTES}`] : [];
}

function elementProblems(node: Node): string[] {
  const { type, id } = node;
  // A sign or two has nothing to wrap.
  if (type === 'TextBlock' && String(node.text).length > 2 && node.wrap !== true && node.maxLines === undefined) {
    return [`"${node.text}" neither wraps nor says how many lines it may take`];
  }
  const bounded = node.isRequired === true || [node.min, node.max, node.regex].some((bound) => bound !== undefined);
  if (String(type).startsWith('Input.') && bounded && node.errorMessage === undefined) {
    return [`input "${id}" can be wrong, and has no message to say so`];
  }
  if (type === 'Action.Execute') {
    const { data } = (node.fallback ?? {}) as { data?: Node };
    const carried = { verb: node.verb, ...(node.data as Node | undefined) };
    if (JSON.stringify(data) !== JSON.stringify(carried))
      return [`"${node.title}" falls back to other data than its own`];
  }
  return [];
}

function idProblems(nodes: readonly Node[]): string[] {
  const ids = nodes.flatMap(({ type, id }) => (typeof type === 'string' && typeof id === 'string' ? [id] : []));
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))].map(
    (id) => `two elements have the id "${id}"`,
  );
}

/** Read aloud one after another, buttons of one name are told apart by their tooltips only. */
function sameTitleProblems(node: Node): string[] {
  if (node.type !== 'AdaptiveCard') return [];
  const said = nodesOf(node)
    .filter(({ type }) => String(type).startsWith('Action.') && type !== 'Action.Submit')
    .map(({ title, tooltip }) => `${title} / ${tooltip ?? title}`);
  return [...new Set(said.filter((name, index) => said.indexOf(name) < index))].map(
    (name) => `two buttons are both read as "${name}"`,
  );
}

function leftovers(card: AdaptiveCard): string[] {
  const json = JSON.stringify(card);
  return [
    ...(json.includes('${') ? ['an expression is left'] : []),
    ...(nodesOf(card).some(runsFunction) ? ['a function is left for the client to run'] : []),
    ...(json.includes(':null') ? ['a property is null'] : []),
    ...(visibleText(card).length === 0 ? ['there is nothing to read'] : []),
  ];
}

/** `{{DATE(...)}}` is for clients to run, in text and in facts. Ours say their dates themselves, and nobody types one in. */
const runsFunction = ({ type, text, title, value }: Node) =>
  (type === undefined ? [title, value] : [text]).some((said) => typeof said === 'string' && said.includes('{{'));
