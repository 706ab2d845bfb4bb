import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import { JsonRecord } from '../../core/json.ts';
import type { Identity } from '../../core/people.ts';
import type { JsonObject } from '../../core/store.ts';
import type { Input, Turn } from '../../core/turn.ts';
import type { Activity } from './activity.ts';
import { addressOf, placeKindOf, tenantOf, toAddress } from './address.ts';
import { wordsOf } from './text.ts';
import { installationId, turnIds } from './turn-ids.ts';

const ExecuteValue = z.object({
  action: z.object({ verb: z.string().nullish(), data: JsonRecord.nullish().catch(null) }),
});

export interface Receiving {
  readonly clock: Clock;
  /** Names a delivery that came without any name of its own. */
  readonly newTurnId: () => string;
  readonly verifiedEmail: (activity: Activity) => Promise<string | undefined>;
}

/** The turn an activity is, or `undefined` when it is nothing this bot answers: edits, deletions, reactions, typing. */
export function receive(activity: Activity, { clock, newTurnId, verifiedEmail }: Receiving): Turn | undefined {
  const input = inputOf(activity);
  if (!input) return undefined;
  const name = activity.from.name?.trim();
  let email: Promise<string | undefined> | undefined;
  return {
    ids: input.kind === 'installed' ? [installationId(activity)] : turnIds(activity, newTurnId),
    at: clock.now(),
    from: {
      identity: identityOf(activity),
      ...(name ? { displayName: name } : {}),
      verifiedEmail: () => {
        email ??= verifiedEmail(activity);
        return email;
      },
    },
    place: {
      kind: placeKindOf(activity),
      conversation: activity.conversation.id,
      address: toAddress(addressOf(activity)),
    },
    input,
    ...(activity.type === 'invoke' && activity.replyToId ? { replaces: activity.replyToId } : {}),
  };
}

function inputOf(activity: Activity): Input | undefined {
  switch (activity.type) {
    case 'message':
      return messageInput(activity);
    case 'invoke':
      return activity.name === 'adaptiveCard/action' ? executeInput(activity.value) : undefined;
    case 'installationUpdate':
      return activity.action === 'add' ? { kind: 'installed' } : undefined;
    case 'conversationUpdate':
      return activity.membersAdded?.some(({ id }) => id === activity.recipient.id) ? { kind: 'installed' } : undefined;
    default:
      return undefined;
  }
}

/** A message with a `value` is `Action.Submit`, which older clients press in place of `Action.Execute`. */
function messageInput(activity: Activity): Input {
  const submitted = JsonRecord.safeParse(activity.value);
  if (submitted.success) {
    const { verb, msteams: _clientHints, ...data } = submitted.data;
    if (typeof verb === 'string') return { kind: 'action', verb, data };
  }
  const text = wordsOf(activity);
  // Teams repeats every formatted message as an attached HTML copy, which nobody attached.
  const attached = activity.attachments?.some(({ contentType }) => contentType !== 'text/html') ?? false;
  return { kind: 'text', text, ...(attached ? { hasAttachment: true as const } : {}) };
}

function executeInput(value: unknown): Input | undefined {
  const parsed = ExecuteValue.safeParse(value);
  if (!parsed.success) return undefined;
  const { verb, data } = parsed.data.action;
  return { kind: 'action', verb: verb ?? '', data: data ?? ({} satisfies JsonObject) };
}

/** Somebody Teams gives no directory id (an anonymous guest in a meeting) is a stranger, never a near match. */
function identityOf(activity: Activity): Identity {
  const tenant = tenantOf(activity);
  const user = activity.from.aadObjectId?.toLowerCase();
  return tenant && user
    ? { platform: 'teams', tenant, user }
    : { platform: 'teams', tenant: tenant ?? 'unknown', user: `teams-id:${activity.from.id}` };
}
