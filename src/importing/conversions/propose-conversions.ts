import { CONVERSION_TYPE, type ConversionEvidence, ConversionProposal, conversionRef } from '../../core/conversion.ts';
import type { Urn } from '../../core/ids.ts';
import type { Store, Stored } from '../../core/store.ts';
import type { SchoolBook } from '../schools/school-book.ts';
import type { Change, Plan } from '../writing/plan.ts';
import { readAll } from '../writing/read-all.ts';
import { type Candidate, type Found, findConversions } from './find-conversions.ts';
import type { Succession } from './read-links.ts';

export interface Proposed {
  readonly changes: Readonly<Record<Change, number>>;
  /** Waiting for a person, in order of URN: those of this run and earlier ones. */
  readonly open: readonly ConversionProposal[];
  readonly notProposed: Found['notProposed'];
}

/**
 * Plans a proposal for every conversion found. Nothing follows from a proposal until a person confirms it; one that was
 * decided is not proposed again.
 */
export async function proposeConversions(
  store: Store,
  book: SchoolBook,
  given: { readonly successions: readonly Succession[]; readonly reasonsClosed: ReadonlyMap<Urn, string> },
  plan: Plan,
): Promise<Proposed> {
  const held = new Map<string, Stored>();
  for await (const stored of readAll(store, { type: CONVERSION_TYPE })) held.set(stored.partition, stored);
  const { candidates, notProposed } = findConversions(book, given.successions);
  const changes: Record<Change, number> = { new: 0, changed: 0, unchanged: 0 };
  const open = new Map<string, ConversionProposal>();
  for (const stored of held.values()) {
    const proposal = ConversionProposal.parse(stored.body);
    if (proposal.status === 'proposed') open.set(proposal.id, proposal);
  }
  for (const candidate of candidates) {
    const ref = conversionRef(`${candidate.from.urn}-${candidate.to.urn}`);
    const before = held.get(ref.partition);
    const earlier = before && ConversionProposal.parse(before.body);
    if (earlier && earlier.status !== 'proposed') continue;
    const proposal = propose(candidate, given.reasonsClosed, earlier?.evidence ?? []);
    changes[plan.put(ref, CONVERSION_TYPE, proposal, before)] += 1;
    open.set(proposal.id, proposal);
  }
  return { changes, open: [...open.values()].sort((a, b) => a.id.localeCompare(b.id)), notProposed };
}

/** A run that brings only one of the files takes nothing away from what the other one showed. */
function propose(
  { from, to, link }: Candidate,
  reasonsClosed: ReadonlyMap<Urn, string>,
  earlier: readonly ConversionEvidence[],
): ConversionProposal {
  const evidence: ConversionEvidence[] = [];
  if (link)
    evidence.push({ kind: 'register_link', ...(link.since === undefined ? {} : { establishedOn: link.since }) });
  if (from.laestab !== undefined && from.laestab === to.laestab) {
    evidence.push({ kind: 'same_laestab', laestab: from.laestab });
  }
  if (from.closedOn !== undefined && to.openedOn !== undefined) {
    evidence.push({ kind: 'closed_and_opened', closedOn: from.closedOn, openedOn: to.openedOn });
  }
  const reason = reasonsClosed.get(from.urn);
  if (reason !== undefined) evidence.push({ kind: 'reason_closed', text: reason });
  const kept = earlier.filter(({ kind }) => !evidence.some((seen) => seen.kind === kind));
  const order = (one: ConversionEvidence) => EVIDENCE_ORDER.indexOf(one.kind);
  return ConversionProposal.parse({
    v: 1,
    id: `${from.urn}-${to.urn}`,
    status: 'proposed',
    fromUrn: from.urn,
    fromSchool: from.id,
    fromName: from.name,
    toUrn: to.urn,
    toSchool: to.id,
    toName: to.name,
    evidence: [...evidence, ...kept].sort((a, b) => order(a) - order(b)),
  });
}

const EVIDENCE_ORDER: readonly ConversionEvidence['kind'][] = [
  'register_link',
  'same_laestab',
  'closed_and_opened',
  'reason_closed',
];
