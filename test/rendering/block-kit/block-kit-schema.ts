import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Block Kit's shapes, generated from Slack's own types, and its limits, read out of the comments beside them. Nobody
 * maintains a validator; this is the nearest to one that Slack itself has written.
 */

const TYPES = join(import.meta.dirname, '../../../node_modules/@slack/types');

type Schema = { [key: string]: unknown };

/** A schema whose definitions hold every block, `ModalView` and `HomeView`. Takes about ten seconds the first time, and is kept. */
export async function blockKitSchema(): Promise<{ schema: Schema; limits: readonly string[] }> {
  const { version } = JSON.parse(readFileSync(join(TYPES, 'package.json'), 'utf8')) as { version: string };
  const kept = join(import.meta.dirname, `../../../node_modules/.cache/block-kit-schema-${version}.json`);
  if (!existsSync(kept)) {
    mkdirSync(dirname(kept), { recursive: true });
    // Another run may be reading: the file is there whole, or not at all.
    writeFileSync(`${kept}.${process.pid}`, JSON.stringify(await generate()));
    renameSync(`${kept}.${process.pid}`, kept);
  }
  const schema = JSON.parse(readFileSync(kept, 'utf8')) as Schema;
  const limits: string[] = [];
  withLimits(schema, '', limits);
  return { schema, limits };
}

async function generate(): Promise<unknown> {
  const { createGenerator } = await import('ts-json-schema-generator');
  const generator = createGenerator({
    path: join(TYPES, 'dist/index.d.ts'),
    type: 'View',
    skipTypeCheck: true,
    additionalProperties: false,
    expose: 'export',
    jsDoc: 'extended',
  });
  const { definitions = {} } = generator.createSchema('View');
  // The types let a view hold blocks nobody knows; ours may not.
  return { $id: 'block-kit', definitions: { ...definitions, AnyBlock: { $ref: '#/definitions/KnownBlock' } } };
}

const LONGEST = /max(?:imum)? length[^.]*? (?:is|of) ([\d,]+)\s+characters|limit ([\d,]+) characters/i;
const SHORTEST = /min(?:imum)? length[^.]*? is (\d+)/i;
const MOST =
  /max(?:imum)?(?: number)?(?: of)?[^.\d]{0,25}? (\d+) (?:elements|options|rows|items|blocks|cards)|maximum number of [a-z ]+ is (\d+)|up to (\d+) /i;
const IN_EACH = /array with a max of (\d+) /i;

/** Turns what the comments say of a property into what a schema says of it, in place. */
function withLimits(schema: unknown, path: string, found: string[]): void {
  if (typeof schema !== 'object' || schema === null) return;
  const { properties } = schema as { properties?: { [key: string]: Schema } };
  for (const [key, property] of Object.entries(properties ?? {})) {
    const said = String(property.description ?? '')
      .replace(/\{@link[^}]*\}/g, 'x')
      .replace(/\s+/g, ' ');
    const [longest, shortest, most, inEach] = [LONGEST, SHORTEST, MOST, IN_EACH].map((rule) => {
      const match = rule.exec(said)?.slice(1).find(Boolean);
      return match === undefined ? undefined : Number(match.replaceAll(',', ''));
    });
    const text = { ...(longest && { maxLength: longest }), ...(shortest && { minLength: shortest }) };
    if (property.type === 'string') Object.assign(property, text);
    else if (property.type === 'array') {
      if (most) property.maxItems = most;
      const items = property.items as Schema;
      if (inEach) items.maxItems = inEach;
      if (longest) property.items = { allOf: [items, { properties: { text } }] };
    } else if (longest) {
      const { description, ...shape } = property;
      if (properties) properties[key] = { description, allOf: [shape, { properties: { text } }] };
    }
    if (longest ?? shortest ?? most ?? inEach) found.push(`${path}.${key}`);
  }
  for (const [key, inner] of Object.entries(schema)) withLimits(inner, `${path}.${key}`, found);
}
