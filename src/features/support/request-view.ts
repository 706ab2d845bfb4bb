import type { Option, Reply } from '../../core/feature.ts';
import { listed, longDate } from '../../core/wording.ts';
import type { Deed } from './commands.ts';
import { focusesInWords } from './focuses.ts';
import type { Hat } from './hats.ts';
import type { Parts } from './parts.ts';
import { refusalOf } from './refusals.ts';
import type { Entry, SupportRequest, Wish } from './schema.ts';
import { type View, view } from './view.ts';
import { DEED_WORDS, KIND_WORDS, RULE_WORDS, STATE_WORDS, whereItIs } from './words.ts';

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
    paragraphs: [...lead, ...questionLine(request)],
    facts: [
      { title: 'Where it is', value: STATE_WORDS[request.state] },
      { title: 'Who has it', value: whoHasIt(parts, request) },
      ...wishFacts(parts, request.wish),
      { title: 'Asked by', value: `${request.requester.name}, ${longDate(request.submittedAt.slice(0, 10))}` },
    ],
    history: shown.history.map((entry) => entryInWords(entry, hats)),
    options: buttons(request, hats),
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
    const { names, rule } = request.routed;
    const team = parts.partnership.contacts.adviserTeam;
    if (names.length === 0) return `Nobody yet: please ring ${team.name}${team.phone ? ` on ${team.phone}` : ''}`;
    return `Sent to ${listed(names, 'or')}, ${RULE_WORDS[rule]}`;
  }
  if ('owner' in request && request.owner) {
    return `${request.owner.name}, since ${longDate(request.owner.at.slice(0, 10))}`;
  }
  return 'Nobody any more';
}

function questionLine(request: SupportRequest): readonly string[] {
  return request.question ? [`${request.question.name} asks: “${request.question.text}”`] : [];
}

export function entryInWords(entry: Entry, hats: ReadonlySet<Hat>): string {
  return `${longDate(entry.at.slice(0, 10))}: ${newsInWords(entry, hats)}`;
}

/** The same without the day: for a message sent as it happens. */
export function newsInWords(entry: Entry, hats: ReadonlySet<Hat>): string {
  // Which school said no is for those who look for a partner alone.
  const seesPartners = hats.has('owner') || hats.has('overseer');
  const who = entry.did === 'refuse_proposal' && !seesPartners ? 'A school that was asked' : entry.by.name;
  const what = entry.did === 'submit' ? 'sent it' : DEED_WORDS[entry.did as Deed];
  const said = entry.said ? `: “${entry.said}”` : '';
  return `${who} ${what}${said}`;
}

const BUTTONS: readonly (readonly [Deed, string, string])[] = [
  ['accept', 'I’ll take it', 'brokerage.accept'],
  ['answer', 'Answer the question', 'support.start-answer'],
  ['ask', 'Ask a question', 'brokerage.start-ask'],
  ['reassign', 'Pass it to a colleague', 'brokerage.start-reassign'],
  ['decline', 'I can’t take it', 'brokerage.start-decline'],
  ['escalate', 'Pass it up', 'brokerage.start-escalate'],
  ['withdraw', 'Withdraw it', 'support.start-withdraw'],
];

function buttons(request: SupportRequest, hats: ReadonlySet<Hat>): readonly Option[] {
  return BUTTONS.filter(([deed]) => refusalOf(request, deed, hats) === undefined)
    .filter(([deed]) => deed !== 'answer' || request.question !== undefined)
    .map(([, label, verb]) => ({ label, verb, data: { request: request.ref } }));
}
