import type { AddedPhrase } from '../../core/phrases.ts';
import type { Store } from '../../core/store.ts';
import { readPhrases } from './records.ts';
import type { Phrase } from './schema.ts';

/** The phrases in force in this running bot. */
export interface LivePhrases {
  /** The same list until it changes. */
  current(): readonly AddedPhrase[];
  /** Reads again; true when something had changed. Every running bot does so a few times a minute, and after a change of its own. */
  refresh(): Promise<boolean>;
}

function asAdded({ intent, text, as }: Phrase): AddedPhrase {
  return { intent, text, ...(as === undefined ? {} : { as }) };
}

export async function openPhrases(store: Store): Promise<LivePhrases> {
  const read = async () => {
    const { list } = await readPhrases(store);
    return { revision: list.revision, phrases: list.phrases.map(asAdded) };
  };
  let now = await read();
  return {
    current: () => now.phrases,
    async refresh() {
      const latest = await read();
      if (latest.revision === now.revision) return false;
      now = latest;
      return true;
    },
  };
}
