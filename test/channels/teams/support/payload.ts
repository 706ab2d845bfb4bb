import { readFileSync } from 'node:fs';
import { Activity } from '../../../../src/channels/teams/activity.ts';

/** A recorded payload, as it came, with the changes a test needs. */
export function payload(name: string, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const file = new URL(`../../../fixtures/teams/${name}.json`, import.meta.url);
  return { ...JSON.parse(readFileSync(file, 'utf8')), ...changes };
}

export function activity(name: string, changes?: Readonly<Record<string, unknown>>): Activity {
  return Activity.parse(payload(name, changes));
}
