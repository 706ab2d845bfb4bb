/** The bot's own user, whose mention is only a way to address it, and what other people mentioned are called. */
export interface Mentioned {
  readonly bot: string | undefined;
  readonly names?: ReadonlyMap<string, string>;
}

/**
 * The words somebody typed: without the mention by which a channel addresses the bot, with other mentions, channels and
 * links as their plain names, and with Slack's three escapes undone once.
 */
export function wordsOf(text: string, mentioned: Mentioned): string {
  return text
    .replace(/<([^<>\n]*)>/g, (_whole, inner: string) => plain(inner, mentioned))
    .replace(/&(amp|lt|gt);/g, (_whole, name: 'amp' | 'lt' | 'gt') => ESCAPED[name])
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

const ESCAPED = { amp: '&', lt: '<', gt: '>' } as const;

/** What stands between the brackets Slack puts round whatever is more than words. A person's own brackets are escaped. */
function plain(inner: string, { bot, names }: Mentioned): string {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? '' : inner.slice(bar + 1);
  if (target.startsWith('@')) return target.slice(1) === bot ? ' ' : label || (names?.get(target.slice(1)) ?? '');
  if (target.startsWith('#')) return label === '' ? '' : `#${label}`;
  if (target.startsWith('!')) return label || target.slice(1).replace(/\^.*/, '');
  return label || target.replace(/^mailto:/, '');
}

/** People mentioned by their id alone, the bot left out: whose names Slack has to be asked for. */
export function namelessIn(text: string, bot: string | undefined): string[] {
  const users = [...text.matchAll(/<@([UW][A-Z0-9]+)>/g)].flatMap(([, user]) => user ?? []);
  return [...new Set(users)].filter((user) => user !== bot);
}

/** Whether the bot itself is spoken to. */
export function mentions(text: string, botUser: string): boolean {
  return text.includes(`<@${botUser}>`) || text.includes(`<@${botUser}|`);
}
