import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Reach, reachRef } from '../../../core/outbox.ts';
import type { Person } from '../../../core/people.ts';
import type { Store } from '../../../core/store.ts';
import { linkMe } from '../link-me.ts';
import { message, saying } from '../message.ts';
import type { Parts } from '../parts.ts';
import { startersFor } from '../starters.ts';

export const Home = z.strictObject({});

const PLATFORM = { teams: 'Microsoft Teams', slack: 'Slack' } as const;

/** The foot of a person's own page: how the bot knows them, where it writes to them, and what to ask. */
export function home(parts: Parts & { readonly store: Store }) {
  return async (_: z.infer<typeof Home>, asking: Asking): Promise<Reply> => {
    const { viewer } = asking;
    const options = startersFor(asking.viewer, parts.framework.terms, asking.today).map(saying);
    if (!viewer) return message({ title: 'Welcome', paragraphs: [linkMe(asking), ASK], options });
    return message({
      title: 'You and me',
      paragraphs: [ASK],
      facts: [
        { title: 'I know you as', value: [viewer.displayName, viewer.title].filter(Boolean).join(', ') },
        { title: 'I write to you on', value: await whereReached(parts.store, viewer) },
      ],
      options,
      sensitivity: 'restricted',
    });
  };
}

const ASK = 'Ask me in your own words in our messages, or start with one of these.';

async function whereReached(store: Store, viewer: Person): Promise<string> {
  const found = await store.get(reachRef(viewer.id));
  const reachable = (found ? Reach.parse(found.body).addresses : [])
    .filter((address) => address.unreachableSince === undefined)
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map((address) => PLATFORM[address.platform]);
  const [first, ...others] = reachable;
  if (first === undefined) return 'Nothing yet: send me a message first, and I can write to you there';
  return [`${first}, where you last wrote to me`, ...others].join('; else ');
}
