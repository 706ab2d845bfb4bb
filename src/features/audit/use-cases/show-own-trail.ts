import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { momentInWords, shownInWords } from '../in-words.ts';
import type { Parts } from '../parts.ts';
import { readTrail } from '../read-trail.ts';
import { type AuditRow, From } from '../schema.ts';
import { type Line, trailCard } from '../trail-card.ts';

export const ShowOwnTrail = z.strictObject({ from: From.optional() });

/** What somebody was shown themselves, school by school. Their refusals name none: what a name stood for is not theirs to know. */
export function showOwnTrail(parts: Parts) {
  return async (wanted: z.infer<typeof ShowOwnTrail>, asking: Asking): Promise<Reply> => {
    const { viewer } = asking;
    if (!viewer) throw notYoursToKnow();
    const { rows, next } = await readTrail(parts.store, { field: 'viewer', eq: viewer.id }, wanted.from);
    return {
      ...trailCard({
        title: 'What you have been shown',
        lead: rows.length === 0 ? 'Nothing about any school yet.' : 'Newest first, and seen by you alone on this page.',
        lines: rows.map((row) => lineOf(parts, row, asking)),
        more: next && { verb: 'audit.mine', data: { from: next } },
      }),
      sensitivity: 'restricted',
      disclosures: [{ outcome: 'disclosed', what: 'own trail' }],
    };
  };
}

function lineOf({ directory, needToKnow }: Parts, row: AuditRow, { viewer, today }: Asking): Line {
  const when = momentInWords(row.at);
  if (row.outcome === 'refused') return { title: 'Told no', detail: when };
  const school = row.school === null ? undefined : directory.get(row.school);
  if (!school)
    return { title: row.school === null ? 'About no one school' : 'A school no longer listed', detail: when };
  const inFull = needToKnow.may(viewer, row.verb === 'categories.pending' ? 'pending_level' : 'adviser', school, today);
  return { title: school.name, detail: `${shownInWords(row, inFull)} · ${when}` };
}
