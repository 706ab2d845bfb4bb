import { z } from 'zod';
import { academicYearOf } from '../../../core/academic-year.ts';
import type { DirectoryEntry } from '../../../core/directory.ts';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { schoolsWithin } from '../../../core/scope.ts';
import { dayAndDate, longDate } from '../../../core/wording.ts';
import { VisitLedger } from '../../visits/index.ts';
import type { Parts } from '../parts.ts';
import { readYear } from '../read-year.ts';
import { Challenge } from '../schema.ts';

export const ListAhead = z.strictObject({});

/** As many of each as a person takes in at a glance; the rest is counted. */
const SHOWN = 6;

interface Row {
  readonly title: string;
  readonly detail: string;
}

/** What waits for somebody and what is coming, at the schools a person works at or with. */
export function listAhead(parts: Parts) {
  return async (_: z.infer<typeof ListAhead>, asking: Asking): Promise<Reply> => {
    const schools = [...schoolsWithin(asking.viewer, parts.directory, asking.today)].filter(
      (school) => school.status === 'open' && parts.needToKnow.may(asking.viewer, 'visits', school, asking.today),
    );
    if (schools.length === 0) throw notYoursToKnow();
    const [waiting, coming] = await Promise.all([waitingAt(parts, schools, asking), comingAt(parts, schools, asking)]);
    const nothing = waiting.length + coming.length === 0;
    return {
      card: 'categories/ahead',
      data: {
        nothing,
        hasWaiting: waiting.length > 0,
        waiting: waiting.slice(0, SHOWN).map((row) => ({ ...row })),
        moreWaiting: more(waiting),
        hasComing: coming.length > 0,
        coming: coming.slice(0, SHOWN).map((row) => ({ ...row })),
        moreComing: more(coming),
      },
      summary: nothing
        ? 'Nothing is waiting, and no visits are planned.'
        : `${waiting.length} waiting, and ${coming.length} planned ${coming.length === 1 ? 'visit' : 'visits'}.`,
      sensitivity: 'restricted',
      disclosures: schools.map(({ id }) => ({ school: id, outcome: 'disclosed', what: 'challenges, planned visits' })),
    };
  };
}

function more(rows: readonly Row[]): string {
  return rows.length > SHOWN ? `and ${rows.length - SHOWN} more` : '';
}

async function waitingAt(parts: Parts, schools: readonly DirectoryEntry[], asking: Asking): Promise<readonly Row[]> {
  const names = new Map(
    schools
      .filter((school) => parts.needToKnow.may(asking.viewer, 'challenge', school, asking.today))
      .map((school) => [school.id, school.name] as const),
  );
  if (names.size === 0) return [];
  const found = await parts.store.query({
    type: 'challenge',
    // One school has a partition to itself; of several, those that are not the asker's are dropped below.
    ...(schools.length === 1 && schools[0] ? { partition: `school:${schools[0].id}` } : {}),
    where: [{ field: 'state', eq: 'open' }],
    orderBy: { field: 'raised.at', direction: 'ascending' },
    limit: 1000,
  });
  return found.items
    .map((item) => Challenge.parse(item.body))
    .flatMap((challenge) => {
      const name = names.get(challenge.school);
      if (name === undefined) return [];
      const what = challenge.kind === 'review' ? 'Request for a review' : 'Challenge on a fact';
      const forMe = asking.viewer && challenge.told.includes(asking.viewer.id);
      return [
        {
          title: `${what}: ${name}`,
          detail: `Raised ${longDate(challenge.raised.at)} by ${challenge.raised.by}${forMe ? ', and waiting for you' : ''}`,
        },
      ];
    });
}

async function comingAt(parts: Parts, schools: readonly DirectoryEntry[], asking: Asking): Promise<readonly Row[]> {
  const today = asking.today.toString();
  const ledgers = await readYear(parts.store, {
    type: 'visits',
    year: academicYearOf(asking.today),
    schools: schools.map((school) => school.id),
    parse: VisitLedger.parse,
  });
  return schools
    .flatMap((school) => {
      const groups = parts.needToKnow.may(asking.viewer, 'joint_review_group', school, asking.today);
      return (ledgers.get(school.id)?.visits ?? [])
        .filter((visit) => visit.status === 'planned' && visit.date >= today)
        .filter((visit) => groups || visit.kind !== 'joint_review_group')
        .map((visit) => ({ date: visit.date, title: dayAndDate(visit.date), detail: `Visit to ${school.name}` }));
    })
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map(({ title, detail }) => ({ title, detail }));
}
