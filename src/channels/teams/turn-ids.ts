import { hash } from 'node:crypto';
import { EventId } from '../../core/ids.ts';
import type { Activity } from './activity.ts';

const LONGEST = 300;

/**
 * Every name one delivery may go by. Teams retries a delivery it saw no answer to after about 15 seconds, sometimes under a
 * new activity id; who said what, where and when stays the same.
 */
export function turnIds(activity: Activity, newId: () => string): [EventId, ...EventId[]] {
  const names: string[] = [];
  if (activity.id) names.push(activity.id.length <= LONGEST ? activity.id : `long:${digest(activity.id)}`);
  if (activity.timestamp) {
    const said = activity.value === undefined ? (activity.text ?? '') : JSON.stringify(activity.value);
    names.push(`said:${digest(activity.conversation.id, activity.from.id, activity.timestamp, activity.type, said)}`);
  }
  const [first = newId(), ...others] = names;
  return [EventId.parse(first), ...others.map((name) => EventId.parse(name))];
}

/** Teams tells of one installation in two kinds of activity, and repeats both: one name for all of them. */
export function installationId(activity: Activity): EventId {
  return EventId.parse(`installed:${digest(activity.conversation.id, activity.from.id)}`);
}

/** JSON keeps the parts apart, so that no two lists of parts read the same. */
function digest(...parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url');
}
