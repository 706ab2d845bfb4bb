import { hash } from 'node:crypto';
import { EventId } from '../../core/ids.ts';
import type { EventCallback, MessageEvent } from './payloads.ts';

/**
 * Every name a message may go by. Slack repeats an event under the same id, at times the same message under a new one, and
 * tells of one mention as two events: which message it is stays the same, as a channel holds one message at a time of that
 * name.
 */
export function messageIds(body: EventCallback, event: MessageEvent): [EventId, EventId] {
  return [EventId.parse(body.event_id), named('said', event.channel, event.ts)];
}

/** A press, a command or a form: Slack delivers each once, with a trigger nothing else ever has. */
export function triggerId(kind: string, trigger: string, part = ''): EventId {
  return named(kind, trigger, part);
}

/** Opening the conversation is told of every time; welcoming somebody is one thing. */
export function installationId(channel: string, user: string): EventId {
  return named('installed', channel, user);
}

/** JSON keeps the parts apart, so that no two lists of parts read the same. */
export function named(kind: string, ...parts: readonly string[]): EventId {
  return EventId.parse(`${kind}:${hash('sha256', JSON.stringify(parts), 'base64url')}`);
}
