import { Temporal } from 'temporal-polyfill';
import { AcademicYear, academicYearOf, endOf } from './academic-year.ts';
import type { JsonObject } from './store.ts';

export type RetentionClass =
  /** Public facts about schools, and what keeps them up to date. Kept while the partnership runs. */
  | 'register'
  /** Who somebody is and how they are reached. Kept while they are on the list of people. */
  | 'account'
  /** What was decided and done about a school. */
  | 'school_record'
  /** Who was shown what, or told no. */
  | 'audit'
  /** What was sent, and when. */
  | 'message'
  /** What officers have decided about how the bot works. Kept while it holds. */
  | 'setting'
  /** Forgotten by the store itself, within days at most: its writes carry `ttlSeconds`. */
  | 'passing';

export interface Retention {
  readonly class: RetentionClass;
  /** Last day it is kept, ISO. Absent where no date ends it: while in use, or by the store itself. */
  readonly until?: string;
}

/** Years after the end of the academic year, or after the day, a record belongs to. For an authority to confirm before go-live. */
const SCHOOL_RECORD_YEARS = 6;
const AUDIT_YEARS = 6;
const MESSAGE_YEARS = 1;

type Rule = (body: JsonObject) => Retention;

/** Rules by which no date ever ends a record. */
const ENDLESS = new Set<Rule>();

const kept = (name: RetentionClass): Rule => {
  const rule: Rule = () => ({ class: name });
  ENDLESS.add(rule);
  return rule;
};

/** From the end of the academic year the record names. */
const afterItsYear: Rule = ({ academicYear }) => afterYear(AcademicYear.parse(academicYear));

const RULES: Readonly<Record<string, Rule>> = {
  school: kept('register'),
  inspection: kept('register'),
  'register-version': kept('register'),
  'conversion-proposal': kept('register'),
  'school-moved': kept('register'),
  demo: kept('register'),
  person: kept('account'),
  identity: kept('account'),
  'email-link': kept('account'),
  reach: kept('account'),
  welcomed: kept('account'),
  category: afterItsYear,
  'category-history': afterItsYear,
  'category-pending': afterItsYear,
  visits: afterItsYear,
  plan: afterItsYear,
  'support-pot': (body) => afterYear(academicYearOf(dayOf(body, 'changedAt'))),
  'support-request': (body) => afterYear(academicYearOf(endOfRequest(body))),
  'support-entry': (body) => afterYear(academicYearOf(dayOf(body, 'at'))),
  'support-offer': (body) => afterYear(academicYearOf(dayOf(body, 'to'))),
  'support-counter': kept('register'),
  'support-form': kept('passing'),
  'support-conflict': (body) => afterYear(academicYearOf(dayOf(body, 'at'))),
  challenge: ({ raised }) => afterYear(academicYearOf(dayOf(raised, 'at'))),
  audit: (body) => ({ class: 'audit', until: dayOf(body, 'at').add({ years: AUDIT_YEARS }).toString() }),
  outbox: (body) => ({ class: 'message', until: dayOf(body, 'sendAt').add({ years: MESSAGE_YEARS }).toString() }),
  turn: kept('passing'),
  memory: kept('passing'),
  'link-code': kept('passing'),
  'code-tries': kept('passing'),
  phrases: kept('setting'),
  'phrase-change': (body) => ({ class: 'audit', until: dayOf(body, 'at').add({ years: AUDIT_YEARS }).toString() }),
  unanswered: kept('passing'),
  'file-link': kept('passing'),
  absence: kept('passing'),
  'slack-card': kept('passing'),
  'slack-delivery': kept('passing'),
  'slack-installation': kept('account'),
};

/**
 * How long a record is kept. Worked out from its type and its own dates instead of being written into it, so that a decision to
 * keep something longer or shorter holds for what is there already. Throws `RangeError` for a kind nobody has decided about:
 * decide before storing it.
 */
export function retentionOf(type: string, body: JsonObject): Retention {
  const rule = RULES[type];
  if (!rule) throw new RangeError(`No retention is decided for records of the type "${type}"`);
  return rule(body);
}

/** The kinds of record some of which come to an end by a date: what a sweep has to look through. */
export function datedTypes(): readonly string[] {
  return Object.entries(RULES).flatMap(([type, rule]) => (ENDLESS.has(rule) ? [] : [type]));
}

function afterYear(year: AcademicYear): Retention {
  return { class: 'school_record', until: endOf(year).add({ years: SCHOOL_RECORD_YEARS }).toString() };
}

/** The day a request was over; of one that is open still, the day it was sent. */
function endOfRequest(body: JsonObject): Temporal.PlainDate {
  const { closed, withdrawn, lapsedAt } = body;
  if (lapsedAt !== undefined) return dayOf(body, 'lapsedAt');
  const over = closed ?? withdrawn;
  return over === undefined ? dayOf(body, 'submittedAt') : dayOf(over, 'at');
}

/** The day of an ISO date or instant in a record. */
function dayOf(held: unknown, field: string): Temporal.PlainDate {
  const value = typeof held === 'object' && held !== null ? Reflect.get(held, field) : undefined;
  if (typeof value !== 'string') throw new RangeError(`A record without its date: "${field}"`);
  return Temporal.PlainDate.from(value.slice(0, 'YYYY-MM-DD'.length));
}
