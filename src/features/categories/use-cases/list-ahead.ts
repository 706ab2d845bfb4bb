import { z } from 'zod';
import { academicYearOf, endOf } from '../../../core/academic-year.ts';
import type { DirectoryEntry } from '../../../core/directory.ts';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { dayAndDate, longDate } from '../../../core/wording.ts';
import { VisitLedger } from '../../visits/index.ts';
import { onlyTellable } from '../only-tellable.ts';
import { openSchools } from '../open-schools.ts';
import type { Parts } from '../parts.ts';
import { readYear } from '../read-year.ts';
import { Challenge } from '../schema.ts';

export const ListAhead = z.strictObject({});

/** As many of each as a person takes in at a glance; the rest is counted. */
const SHOWN = 6;

interface Row {
  readonly school: DirectoryEntry;
  readonly title: string;
  readonly detail: string;
}

/** What waits for somebody and what is coming, at the schools a person works at or with. */
export function listAhead(parts: Parts) {
  return async (_: z.infer<typeof ListAhead>, asking: Asking): Promise<Reply> => {
    const schools = openSchools(parts, asking, ['visits']);
    if (schools.length === 0) throw notYoursToKnow();
    const [waiting, coming] = await Promise.all([waitingAt(parts, schools, asking), comingAt(parts, schools, asking)]);
    const shownWaiting = await onlyTellable(parts, waiting.slice(0, SHOWN), asking, ['challenge']);
    const shownComing = await onlyTellable(parts, coming.slice(0, SHOWN), asking, ['visits']);
    const nothing = waiting.length + coming.length === 0;
    return {
      card: 'categories/ahead',
      data: {
        nothing,
        hasWaiting: waiting.length > 0,
        waiting: shownWaiting.map((row, index) => ({
          ...inWords(row),
          school: row.school.id,
          open: `Open number ${index + 1}: ${row.title}`,
        })),
        moreWaiting: more(waiting),
        hasComing: coming.length > 0,
        coming: shownComing.map(inWords),
        moreComing: more(coming),
      },
      summary: nothing
        ? 'Nothing is waiting, and no visits are planned.'
        : `${waiting.length} waiting, and ${coming.length} planned ${coming.length === 1 ? 'visit' : 'visits'}.`,
      sensitivity: 'restricted',
      disclosures: [...new Set([...shownWaiting, ...shownComing].map(({ school }) => school.id))].map((school) => ({
        school,
        outcome: 'disclosed',
        what: 'challenges, planned visits',
      })),
    };
  };
}

function inWords({ title, detail }: Row) {
  return { title, detail };
}

function more(rows: readonly Row[]): string {
  return rows.length > SHOWN ? `and ${rows.length - SHOWN} more` : '';
}

async function waitingAt(parts: Parts, schools: readonly DirectoryEntry[], asking: Asking): Promise<readonly Row[]> {
  const byId = new Map(
    schools
      .filter((school) => parts.needToKnow.may(asking.viewer, 'challenge', school, asking.today))
      .map((school) => [school.id, school] as const),
  );
  if (byId.size === 0) return [];
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
    .flatMap((challenge): readonly Row[] => {
      const school = byId.get(challenge.school);
      if (school === undefined) return [];
      const what = challenge.kind === 'review' ? 'Request for a review' : 'Challenge on a fact';
      const forMe = asking.viewer && challenge.told.includes(asking.viewer.id);
      return [
        {
          school,
          title: `${what}: ${school.name}`,
          detail: `Raised ${longDate(challenge.raised.at)} by ${challenge.raised.by}${forMe ? ', and waiting for you' : ''}`,
        },
      ];
    });
}

async function comingAt(parts: Parts, schools: readonly DirectoryEntry[], asking: Asking): Promise<readonly Row[]> {
  const today = asking.today.toString();
  const ids = schools.map((school) => school.id);
  const year = academicYearOf(asking.today);
  const next = academicYearOf(endOf(year).add({ days: 1 }));
  const ledgers = await Promise.all(
    [year, next].map((of) =>
      readYear(parts.store, { type: 'visits', year: of, schools: ids, parse: VisitLedger.parse }),
    ),
  );
  return schools
    .flatMap((school) => {
      const groups = parts.needToKnow.may(asking.viewer, 'joint_review_group', school, asking.today);
      return ledgers
        .flatMap((ledger) => ledger.get(school.id)?.visits ?? [])
        .filter((visit) => visit.status === 'planned' && visit.date >= today)
        .filter((visit) => groups || visit.kind !== 'joint_review_group')
        .map(({ date }) => ({ date, row: { school, title: dayAndDate(date), detail: `Visit to ${school.name}` } }));
    })
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map(({ row }) => row);
}
