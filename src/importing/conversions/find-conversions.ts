import type { Urn } from '../../core/ids.ts';
import type { School } from '../../core/school.ts';
import type { SchoolBook } from '../schools/school-book.ts';
import type { Succession } from './read-links.ts';

/** Why a link of the register is not proposed as a conversion. Never an error: it is told, and a person may look. */
export type NotProposed =
  | 'split_or_merger'
  | 'not_an_academy'
  | 'new_urn_not_held'
  | 'several_share_laestab'
  /** One of the two is not kept here: left out by type, or of another authority. */
  | 'not_kept';

export interface Candidate {
  readonly from: School;
  readonly to: School;
  readonly link?: Succession;
}

export interface Found {
  readonly candidates: readonly Candidate[];
  readonly notProposed: readonly { readonly from: Urn; readonly to: Urn; readonly why: NotProposed }[];
}

/**
 * Looks for schools that may be one school before and after a conversion: a register link that is one to one, into an
 * academy or into the same authority-and-establishment number; or, without a link, exactly two entries that share that
 * number, one closed. Splits and mergers are told, never proposed: which school lives on there is not a yes or no.
 */
export function findConversions(book: SchoolBook, successions: readonly Succession[]): Found {
  const candidates = new Map<string, Candidate>();
  const notProposed: { from: Urn; to: Urn; why: NotProposed }[] = [];
  const out = count(successions.map((succession) => succession.from));
  const into = count(successions.map((succession) => succession.to));
  for (const link of successions) {
    const from = book.byUrn(link.from);
    const to = book.byUrn(link.to);
    if (book.byAnyUrn(link.from) && book.byAnyUrn(link.from) === book.byAnyUrn(link.to)) continue;
    const oneToOne = !link.partial && out.get(link.from) === 1 && into.get(link.to) === 1;
    const why = whyNot(from, to, oneToOne);
    if (why) notProposed.push({ from: link.from, to: link.to, why });
    else if (from && to) candidates.set(`${link.from}-${link.to}`, { from, to, link });
  }
  const linked = new Set(successions.flatMap(({ from, to }) => [from, to]));
  for (const sharing of groupByLaestab(book, linked)) {
    const [from, to] = [...sharing].sort(byClosingThenUrn);
    if (!from || !to) continue;
    if (sharing.length > 2 || from.status !== 'closed') {
      notProposed.push({ from: from.urn, to: to.urn, why: 'several_share_laestab' });
    } else candidates.set(`${from.urn}-${to.urn}`, { from, to });
  }
  return { candidates: [...candidates.values()], notProposed };
}

function whyNot(from: School | undefined, to: School | undefined, oneToOne: boolean): NotProposed | undefined {
  if (!oneToOne) return 'split_or_merger';
  if (!from) return 'not_kept';
  if (!to) return 'new_urn_not_held';
  const sameNumber = from.laestab !== undefined && from.laestab === to.laestab;
  return sameNumber || to.governance === 'academy' ? undefined : 'not_an_academy';
}

function groupByLaestab(book: SchoolBook, linked: ReadonlySet<Urn>): readonly (readonly School[])[] {
  const groups = new Map<string, School[]>();
  for (const school of book.all()) {
    if (school.laestab === undefined || linked.has(school.urn)) continue;
    groups.set(school.laestab, [...(groups.get(school.laestab) ?? []), school]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function byClosingThenUrn(one: School, other: School): number {
  const closed = Number(other.status === 'closed') - Number(one.status === 'closed');
  return closed !== 0 ? closed : one.urn.localeCompare(other.urn);
}

function count(urns: readonly Urn[]): ReadonlyMap<Urn, number> {
  const counts = new Map<Urn, number>();
  for (const urn of urns) counts.set(urn, (counts.get(urn) ?? 0) + 1);
  return counts;
}
