import { z } from 'zod';
import type { Activity } from './activity.ts';
import { tenantOf } from './address.ts';
import type { Connector, Member } from './connector.ts';

const Email = z.email().max(254);

/**
 * The e-mail address Teams itself holds for whoever sent this activity, in lower case. Asked of Teams, never read from the
 * activity. Only for people of a tenant the bot serves: elsewhere an administrator may put any address in a profile.
 */
export async function memberEmail(
  connector: Connector,
  activity: Activity,
  isServed: (tenant: string | undefined) => boolean,
): Promise<string | undefined> {
  const { aadObjectId } = activity.from;
  if (!aadObjectId || !isServed(tenantOf(activity))) return undefined;
  const roster = activity.channelData?.team?.id ?? activity.conversation.id;
  const found = await connector.member(activity.serviceUrl, roster, activity.from.id);
  if (found.outcome !== 'sent') return undefined;
  const member = found.answer;
  if ((member.aadObjectId ?? member.objectId)?.toLowerCase() !== aadObjectId.toLowerCase()) return undefined;
  if (member.tenantId && !isServed(member.tenantId.toLowerCase())) return undefined;
  return emailOf(member);
}

/** A guest's user name is made up by the host tenant ("…#EXT#@…") and is no address; the one they were invited by is `email`. */
function emailOf({ email, userPrincipalName }: Member): string | undefined {
  for (const candidate of [email, userPrincipalName]) {
    const parsed = Email.safeParse(candidate);
    if (parsed.success) return parsed.data.toLowerCase();
  }
  return undefined;
}
