import type { CardReply } from '../../core/reply.ts';
import type { JsonObject } from '../../core/store.ts';

export interface Line {
  readonly title: string;
  readonly detail: string;
}

/** A page of a trail. `more` is the call for the next one. */
export function trailCard(page: {
  readonly title: string;
  readonly lead: string;
  readonly lines: readonly Line[];
  readonly more?: { readonly verb: string; readonly data: JsonObject } | undefined;
}): CardReply {
  const { title, lead, lines, more } = page;
  const first = lines[0];
  return {
    card: 'audit/trail',
    data: {
      title,
      lead,
      rows: lines.map(({ title: row, detail }) => ({ title: row, detail })),
      hasMore: more !== undefined,
      moreVerb: more?.verb ?? '',
      moreData: more?.data ?? {},
    },
    summary: first ? `${title}. ${lead} The latest: ${first.title}, ${first.detail}.` : `${title}. ${lead}`,
  };
}
