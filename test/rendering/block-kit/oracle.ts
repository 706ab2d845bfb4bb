import { Ajv, type ValidateFunction } from 'ajv';
import { blockKitSchema } from './block-kit-schema.ts';

/** What is wrong with a message or view, in words; empty when Slack would take it. */
export type Problems = string[];

interface Node {
  readonly [key: string]: unknown;
}

const { schema, limits } = await blockKitSchema();
export const LIMITS_READ = limits;
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(schema);
const validators = new Map<string, ValidateFunction>();
const MESSAGE_BYTES = 10_000;

export function messageProblems(message: { text: string; blocks: readonly unknown[] }): Problems {
  const { text, blocks } = message;
  return [
    ...blocksProblems(blocks, 50),
    ...problem(text.trim() === '' && blocks.length > 0, 'the message has no text'),
    ...problem(text.length > 40_000, 'the text is too long'),
    ...problem(/[<>]|&(?!amp;|lt;|gt;)/.test(text), `the text is not escaped: ${text}`),
    ...problem(shownBytes(blocks) > MESSAGE_BYTES, `${shownBytes(blocks)} bytes of text in one message`),
    ...problem(nodesOf(blocks).filter((node) => node.type === 'table').length > 1, 'more than one table'),
  ];
}

export function modalProblems(view: unknown): Problems {
  const { blocks, submit } = view as { blocks: Node[]; submit?: unknown };
  const asks = blocks.some((block) => block.type === 'input');
  return [
    ...schemaProblems('ModalView', view),
    ...blocksProblems(blocks, 100),
    ...problem(asks && submit === undefined, 'a form that cannot be sent'),
    ...problem(
      nodesOf(blocks).some((node) => node.type === 'table'),
      'a table in a modal',
    ),
  ];
}

export function homeProblems(view: unknown): Problems {
  const { blocks } = view as { blocks: Node[] };
  return [
    ...schemaProblems('HomeView', view),
    ...blocksProblems(blocks, 100),
    ...problem(
      nodesOf(blocks).some((node) => node.type === 'table'),
      'a table in a home tab',
    ),
  ];
}

function blocksProblems(blocks: readonly unknown[], most: number): Problems {
  const nodes = nodesOf(blocks);
  return [
    ...problem(blocks.length > most, `${blocks.length} blocks`),
    ...blocks.flatMap((block, index) => blockProblems(block as Node).map((said) => `blocks[${index}]: ${said}`)),
    ...repeated(nodes, 'block_id'),
    ...repeated(nodes, 'action_id'),
    ...nodes.flatMap(nodeProblems),
  ];
}

/** The block against the one schema for its type, so that what is wrong with it is not lost among all it is not. */
function blockProblems(block: Node): Problems {
  const name = Object.entries((schema.definitions ?? {}) as { [key: string]: Node }).find(
    ([key, definition]) =>
      key.endsWith('Block') &&
      JSON.stringify(definition).includes(`"const":"${block.type}"`) &&
      isOf(definition, block.type),
  )?.[0];
  return name === undefined ? [`there is no block "${block.type}"`] : schemaProblems(name, block);
}

function isOf(definition: Node, type: unknown): boolean {
  const shapes = [definition, ...((definition.anyOf ?? definition.allOf ?? []) as Node[])];
  return shapes.some((shape) => ((shape.properties as Node | undefined)?.type as Node | undefined)?.const === type);
}

function schemaProblems(name: string, value: unknown): Problems {
  let validate = validators.get(name);
  if (validate === undefined) {
    validate = ajv.compile({ $ref: `block-kit#/definitions/${name}` });
    validators.set(name, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .slice(0, 5)
    .map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

/** What Slack's types do not say, and Slack does. */
function nodeProblems(node: Node): Problems {
  const { type } = node;
  const options = [...list(node.options), ...list(node.option_groups).flatMap((group) => list(group.options))];
  const initial = [...list(node.initial_options), ...(node.initial_option ? [node.initial_option as Node] : [])];
  const written = JSON.stringify(options);
  return [
    ...problem(type === 'mrkdwn', 'text that Slack would format'),
    ...problem(type === 'section' && node.text === undefined && node.fields === undefined, 'a section without text'),
    ...problem(type === 'plain_text' && String(node.text).trim() === '', 'empty text'),
    ...problem(type === 'text' && node.text === '', 'an empty run of text'),
    ...problem(
      ['rich_text', 'rich_text_section', 'rich_text_list', 'context', 'actions'].includes(String(type)) &&
        list(node.elements).length === 0,
      `an empty ${type}`,
    ),
    ...problem(
      ['static_select', 'multi_static_select', 'checkboxes', 'radio_buttons'].includes(String(type)) &&
        options.length === 0,
      'nothing to choose from',
    ),
    ...problem(node.options !== undefined && node.option_groups !== undefined, 'options and groups of options'),
    ...problem(
      list(node.option_groups).some((group) => list(group.options).length > 100),
      'a group of more than 100',
    ),
    ...problem(new Set(options.map((option) => option.value)).size < options.length, 'two options with one value'),
    ...problem(
      initial.some((option) => !written.includes(JSON.stringify(option))),
      'a choice made that is not there to make',
    ),
    ...problem(
      type === 'table' && new Set(list(node.rows).map((row) => (row as unknown as unknown[]).length)).size > 1,
      'rows of different lengths',
    ),
    ...problem(
      (type === 'button' || type === 'link') &&
        node.url !== undefined &&
        !/^(https?:|mailto:|tel:)/i.test(String(node.url)),
      `a link to ${node.url}`,
    ),
    ...problem(type === 'button' && !node.accessibility_label, 'a button without a label'),
    ...problem(type === 'image' && String(node.alt_text ?? '').trim() === '', 'an image without a description'),
  ];
}

const problem = (wrong: boolean, said: string): Problems => (wrong ? [said] : []);
const list = (value: unknown): Node[] => (Array.isArray(value) ? value : []);

function repeated(nodes: readonly Node[], key: string): Problems {
  const seen = new Set<unknown>();
  return nodes.flatMap((node) => {
    const value = node[key];
    if (value === undefined) return [];
    const again = seen.has(value);
    seen.add(value);
    return problem(again, `a second ${key} "${value}"`);
  });
}

export function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(nodesOf);
  return Array.isArray(value) ? below : [value as Node, ...below];
}

/** Everything a reader sees, in order: text, descriptions of images, and what fields hold to begin with. */
export function shownText(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (['text', 'alt_text', 'initial_value'].includes(key) ? [inner] : []) : shownText(inner),
  );
}

const shownBytes = (blocks: readonly unknown[]) => Buffer.byteLength(shownText(blocks).join(''));
