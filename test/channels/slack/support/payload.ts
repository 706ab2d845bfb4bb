import { readFileSync } from 'node:fs';
import type { JsonObject } from '../../../../src/core/store.ts';

/** A recorded payload, as it came, with the changes a test needs. */
export function payload(name: string, changes: JsonObject = {}): JsonObject {
  const file = new URL(`../../../fixtures/slack/${name}.json`, import.meta.url);
  return { ...JSON.parse(readFileSync(file, 'utf8')), ...changes };
}

/** A recorded event, with changes to what happened. */
export function event(name: string, changes: JsonObject, outside: JsonObject = {}): JsonObject {
  const whole = payload(name, outside);
  return { ...whole, event: { ...(whole.event as JsonObject), ...changes } };
}
