import { z } from 'zod';
import type { Web } from './web.ts';

const Email = z.email().max(254);

/**
 * The e-mail address Slack itself holds for somebody, in lower case, and only when they have confirmed it. Only for people
 * of the workspace the bot is installed in: elsewhere an owner may put any address in a profile.
 */
export async function userEmail(web: Web, team: string, user: string): Promise<string | undefined> {
  const found = await web.user(team, user);
  if (found.outcome !== 'sent') return undefined;
  const { id, team_id, deleted, is_bot, is_stranger, is_email_confirmed, profile } = found.answer;
  if (id !== user || team_id !== team) return undefined;
  if (deleted || is_bot || is_stranger || is_email_confirmed !== true) return undefined;
  const email = Email.safeParse(profile?.email);
  return email.success ? email.data.toLowerCase() : undefined;
}

/** What Slack calls somebody, for a mention in a message. Never a way to tell who they are. */
export async function userName(web: Web, team: string, user: string): Promise<string | undefined> {
  const found = await web.user(team, user);
  return found.outcome === 'sent' ? (found.answer.real_name ?? found.answer.name ?? undefined) : undefined;
}
