import { z } from 'zod';
import { SCHOOL_MOVED_TYPE, SchoolMoved } from '../../../core/conversion.ts';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { PersonId, SchoolId } from '../../../core/ids.ts';
import { School } from '../../../core/school.ts';
import type { Store } from '../../../core/store.ts';
import { momentInWords, shownInWords } from '../in-words.ts';
import type { Parts } from '../parts.ts';
import { readTrail } from '../read-trail.ts';
import { type AuditRow, From } from '../schema.ts';
import { trailCard } from '../trail-card.ts';

export const ShowSchoolTrail = z.strictObject({ school: SchoolId, from: From.optional() });

/** Who has looked at one school's record, and who was told no. Never what it says. */
export function showSchoolTrail(parts: Parts) {
  return async (wanted: z.infer<typeof ShowSchoolTrail>, asking: Asking): Promise<Reply> => {
    const found = await parts.store.get({ partition: `school:${wanted.school}`, id: 'school' });
    const school = found && School.parse(found.body);
    const may = (fact: 'audit_trail' | 'pending_level') =>
      school !== undefined && parts.needToKnow.may(asking.viewer, fact, school, asking.today);
    if (!school || !may('audit_trail')) throw notYoursToKnow();
    const ids = [school.id, ...(await leftBehind(parts.store, school.id))];
    const { rows, next } = await readTrail(parts.store, { field: 'school', in: ids }, wanted.from);
    const inFull = may('pending_level');
    const lead =
      rows.length === 0
        ? 'Nobody has asked about this school yet.'
        : 'Newest first: who was shown something and who was told no. What the record says is not in it.';
    return {
      ...trailCard({
        title: `Who has looked at ${school.name}`,
        lead,
        lines: rows.map((row) => ({
          title: whoInWords(parts, row),
          detail: `${row.outcome === 'refused' ? 'Told no' : shownInWords(row, inFull)} · ${momentInWords(row.at)}`,
        })),
        more: next && { verb: 'audit.school', data: { school: school.id, from: next } },
      }),
      sensitivity: 'restricted',
      topic: { school: school.id },
      disclosures: [{ school: school.id, outcome: 'disclosed', what: 'who has looked' }],
    };
  };
}

function whoInWords({ colleagues }: Parts, { viewer }: AuditRow): string {
  if (viewer === null) return 'Somebody the bot does not know';
  const id = PersonId.safeParse(viewer);
  const person = id.success ? colleagues.get(id.data) : undefined;
  if (!person) return 'Somebody no longer on the list of people';
  return person.title === undefined ? person.displayName : `${person.displayName}, ${person.title}`;
}

/** Identities this school had before a person said that two entries are one: the trail is never rewritten. */
async function leftBehind(store: Store, school: SchoolId): Promise<readonly SchoolId[]> {
  const moved = await store.query({ type: SCHOOL_MOVED_TYPE, where: [{ field: 'movedTo', eq: school }], limit: 100 });
  return moved.items.map((item) => SchoolMoved.parse(item.body).school);
}
