import type { Option, Reply } from '../../../core/feature.ts';
import { dayOf, listed, longDate } from '../../../core/wording.ts';
import { askAgain, lapsedLine } from '../ask-again.ts';
import { focusesInWords } from '../focuses.ts';
import type { Parts } from '../parts.ts';
import type { Entry, SupportRequest, Wish } from '../schema.ts';
import type { Deed } from '../states/commands.ts';
import type { Hat } from '../states/hats.ts';
import { refusalOf } from '../states/refusals.ts';
import { workFacts } from '../work/work-facts.ts';
import { historyFor, isPartnerAlone, partnerFacts, seesPartners } from './partner-view.ts';
import { type View, view } from './view.ts';
import { DEED_WORDS, KIND_WORDS, STATE_WORDS, whereItIs, whyThem } from './words.ts';

type FromParts = Pick<Parts, 'focuses' | 'partnership'>;

/** A request as somebody who may read it sees it, with only the buttons that would work for them. */
export function requestView(
  parts: FromParts,
  shown: { readonly request: SupportRequest; readonly history: readonly Entry[]; readonly hats: ReadonlySet<Hat> },
  lead: readonly string[] = [],
): Reply {
  const { request, hats } = shown;
  const title = `${request.ref}: ${focusesInWords(parts.focuses, request.wish.focuses)}`;
  return view({
    title,
    subtitle: request.wish.schoolName,
    paragraphs: [...lead, ...(isPartnerAlone(hats) ? [] : questionLine(request)), ...lapsedLine(parts, request)],
    facts: [
      { title: 'Where it is', value: STATE_WORDS[request.state] },
      { title: 'Who has it', value: whoHasIt(parts, request) },
      ...partnerFacts(request, hats),
      ...workFacts(request),
      ...wishFacts(parts, request.wish),
      { title: 'Asked by', value: `${request.requester.name}, ${dayOf(request.submittedAt)}` },
    ],
    history: historyFor(request, shown.history, hats).map((entry) => entryInWords(entry, hats)),
    options: [...requestButtons(request, hats), ...askAgain(request, hats)],
    summary: [`${title}, ${request.wish.schoolName}.`, ...lead, `${STATE_WORDS[request.state]}.`].join(' '),
  });
}

/** Those who were asked once hear who has it, and nothing of what was asked for. */
export function whereItIsView(request: SupportRequest, said = ''): Reply {
  return view({ title: request.ref, paragraphs: [said, whereItIs(request)].filter((part) => part !== '') });
}

export function wishFacts(parts: Pick<Parts, 'focuses'>, wish: Wish): NonNullable<View['facts']> {
  const rows: readonly (readonly [string, string])[] = [
    ['About', focusesInWords(parts.focuses, wish.focuses)],
    ['Kind of help', KIND_WORDS[wish.kind]],
    ['Half-days', wish.halfDays === undefined ? '' : String(wish.halfDays)],
    ['Year groups', wish.yearGroups],
    ['When', whenInWords(wish)],
    ['What should be different', wish.outcome],
    ['Tried so far', wish.tried],
    ['Who may know', wish.chairMayKnow ? 'The headteacher and the chair of governors' : ''],
  ];
  return rows.filter(([, value]) => value !== '').map(([title, value]) => ({ title, value }));
}

export function whenInWords({ from, to }: Pick<Wish, 'from' | 'to'>): string {
  if (from && to) return from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
  if (from) return `From ${longDate(from)}`;
  return to ? `By ${longDate(to)}` : '';
}

export function whoHasIt(parts: Pick<Parts, 'partnership'>, request: SupportRequest): string {
  if ('routed' in request) {
    const { names } = request.routed;
    const team = parts.partnership.contacts.adviserTeam;
    if (names.length === 0) return `Nobody yet: please ring ${team.name}${team.phone ? ` on ${team.phone}` : ''}`;
    return `Sent to ${listed(names, 'or')}, ${whyThem(request.routed)}`;
  }
  if ('owner' in request && request.owner) {
    return `${request.owner.name}, since ${dayOf(request.owner.at)}`;
  }
  return 'Nobody any more';
}

function questionLine(request: SupportRequest): readonly string[] {
  return request.question ? [`${request.question.name} asks: “${request.question.text}”`] : [];
}

export function entryInWords(entry: Entry, hats: ReadonlySet<Hat>): string {
  return `${dayOf(entry.at)}: ${newsInWords(entry, hats)}`;
}

/** The same without the day: for a message sent as it happens. */
export function newsInWords(entry: Entry, hats: ReadonlySet<Hat>): string {
  // Which school said no is for those who look for a partner alone.
  const hidden = (entry.did === 'refuse_proposal' || entry.did === 'take_back') && !seesPartners(hats);
  const who = entry.did === 'refuse_proposal' && hidden ? 'A school that was asked' : entry.by.name;
  const what = entry.did === 'submit' ? 'sent it' : DEED_WORDS[entry.did as Deed];
  const said = entry.said && !hidden ? `: “${entry.said}”` : '';
  return `${who} ${what}${said}`;
}

const BUTTONS: readonly (readonly [Deed, string, string])[] = [
  ['accept', 'I’ll take it', 'brokerage.accept'],
  ['propose', 'Find a partner', 'brokerage.look'],
  ['take_back', 'Stop waiting for an answer', 'brokerage.start-take-back'],
  ['put_terms', 'Put the terms', 'deployments.terms-form'],
  ['start', 'Start the work', 'deployments.begin'],
  ['record_visit', 'Record a visit', 'deployments.visit-form'],
  ['review_midpoint', 'Mid-point review', 'deployments.midpoint-form'],
  ['complete', 'Final review', 'deployments.start-final'],
  ['evaluate', 'Record what changed', 'deployments.impact-form'],
  ['close', 'Close it', 'deployments.close-form'],
  ['answer', 'Answer the question', 'support.start-answer'],
  ['ask', 'Ask a question', 'brokerage.start-ask'],
  ['reassign', 'Pass it to a colleague', 'brokerage.start-reassign'],
  ['decline', 'I can’t take it', 'brokerage.start-decline'],
  ['escalate', 'Pass it up', 'brokerage.start-escalate'],
  ['amend', 'Change it', 'support.start-amend'],
  ['withdraw', 'Withdraw it', 'support.start-withdraw'],
  ['part_ways', 'Look for another partner', 'deployments.start-part'],
  ['stop', 'Close without its reviews', 'deployments.stop-form'],
];

/** What the reader may do to a request as it stands, the likeliest first. */
export function requestButtons(request: SupportRequest, hats: ReadonlySet<Hat>): readonly Option[] {
  const data = { request: request.ref };
  const termed = 'agreed' in request || (request.state === 'accepted' && request.draft !== undefined);
  const terms = { label: 'See the terms', verb: 'deployments.terms', data };
  const deeds = BUTTONS.filter(([deed]) => refusalOf(request, deed, hats) === undefined)
    .filter(([deed]) => deed !== 'answer' || request.question !== undefined)
    .map(([deed, label, verb]) => ({ label: wording(deed, { termed, owns: hats.has('owner') }) ?? label, verb, data }));
  return termed ? [terms, ...deeds] : deeds;
}

/** What a button says instead, where its usual words would not be true of this request. */
function wording(
  deed: Deed,
  { termed, owns }: { readonly termed: boolean; readonly owns: boolean },
): string | undefined {
  if (deed === 'put_terms' && termed) return 'Change the terms';
  return deed === 'decline' && owns ? 'I can’t keep it' : undefined;
}
