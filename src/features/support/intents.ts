import type { Asking, Call, Feature } from '../../core/feature.ts';
import type { SchoolId } from '../../core/ids.ts';
import type { Heard } from '../../core/intent.ts';
import { grantsOn } from '../../core/people.ts';
import { headedSchools } from './own-school.ts';
import type { Parts } from './parts.ts';

/** What asking for support, and after it, means here. */
export function supportIntents(parts: Parts): Feature['hears'] {
  return {
    request_support: (heard, asking) => requestSupport(parts, heard, asking),
    request_status: (heard, asking) => status(heard, asking),
    offer_support: (heard) => offerSupport(heard),
    find_support: findSupport,
    withdraw_request: (heard) => {
      const [ref] = heard.entities.requestRefs;
      return ref ? { verb: 'support.start-withdraw', data: { request: ref } } : list('ours');
    },
  };
}

function requestSupport(parts: Parts, { entities, text }: Heard, asking: Asking): Call {
  const headed = headedSchools(parts, asking);
  const named = entities.schools.flatMap(({ candidates }) => candidates.map(({ id }) => id));
  const [own, another] = headed.filter(({ id }) => entities.schools.length === 0 || named.includes(id));
  const start = (school: SchoolId | undefined): Call => {
    const [date] = entities.dates;
    return {
      verb: 'support.start-request',
      data: {
        // A school that is not theirs is refused by the use case, whichever it is.
        ...(school ? { school } : entities.schools.length > 0 ? { school: 'another-school' } : {}),
        focuses: [...entities.focuses].slice(0, 4),
        kind: kindIn(text),
        ...(entities.halfDays === undefined ? {} : { halfDays: entities.halfDays }),
        yearGroups: entities.yearGroups.join(', '),
        ...datesIn(text, date),
      },
    };
  };
  if (own && another) {
    const options = headed.map((entry) => ({ label: entry.name, ...start(entry.id) }));
    return { verb: 'general.which', data: { options: options.slice(0, 5) } };
  }
  return start(own?.id);
}

/** One day said is a beginning, unless the words make it an end: "after Christmas", "by Easter". */
function datesIn(text: string, date: Heard['entities']['dates'][number] | undefined) {
  if (!date) return {};
  if (date.from !== date.to) return { from: date.from, to: date.to };
  return /\b(by|before|until|till)\b/i.test(text) ? { to: date.to } : { from: date.from };
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\bmoderat/i, 'moderation'],
  [/\b(governors?|governance|governing)\b/i, 'governance'],
  [/\b(new head|headship|head ?teacher mentor|mentor(ing)? for (me|our head))\b/i, 'headship_mentoring'],
  [/\bcoach/i, 'coaching'],
  [/\b(SLE|NLE|LLE|leader to|second(ed|ment)|deploy)/i, 'leader_deployment'],
];

function kindIn(text: string): string {
  return KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'visit';
}

function status({ entities, text }: Heard, asking: Asking): Call {
  const [ref] = entities.requestRefs;
  if (ref) return { verb: 'support.show', data: { request: ref } };
  if (/\b(overdue|late|not (been )?picked up|chas(e|ing)|unclaimed)\b/i.test(text)) {
    return brokers(asking) ? { verb: 'overview.late', data: {} } : list('overdue');
  }
  if (brokers(asking) && HOW_IT_GOES.test(text)) return { verb: 'overview.show', data: {} };
  if (/\b(waiting (for|on) me|my (in-?tray|inbox|queue)|need(s)? (a|my) (reply|answer|decision))\b/i.test(text)) {
    return list('waiting');
  }
  if (/\b(i (have|had|ve)? ?(accepted|taken|picked up|got)|i.ve (accepted|taken|got)|my requests|mine)\b/i.test(text)) {
    return list(isHead(asking) ? 'ours' : 'owned');
  }
  if (entities.scope || /\b(all|open|outstanding|unassigned) requests?\b/i.test(text)) return list('open');
  return { verb: 'support.list', data: {} };
}

/** Of requests together, to those who see to them. */
const HOW_IT_GOES =
  /\b(overview|figures|dashboard|statistics|stats|numbers|caseload|workload|how many|how (are|is|am|has|have) (we|i|the team|it|things|support|requests)( been)? (doing|going|getting on|faring))\b/i;

function isHead(asking: Asking): boolean {
  return asking.viewer?.grants.some(({ role }) => role === 'headteacher') ?? false;
}

function list(which: string): Call {
  return { verb: 'support.list', data: { which } };
}

/** Short questions whose words leave no doubt, whatever else a reader would make of them. */
export function recogniseQuestion(text: string): Call | undefined {
  const ref = /^\s*#?(SR-\d{4}-\d{4,6})\s*\??\s*$/i.exec(text)?.[1];
  if (ref) return { verb: 'support.show', data: { request: ref.toUpperCase() } };
  const said = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[?.!\s]+$/, '')
    .trim();
  if (/^((show|see|pause|withdraw|change|renew|stop) )?(our|my) offers?$/.test(said)) {
    return { verb: 'support.offers', data: {} };
  }
  const amends = /^(?:change|amend|edit|update) (?:(?:my|our|the) )?request(?: #?(sr-\d{4}-\d{4,6}|\d{1,6}))?$/.exec(
    said,
  );
  if (amends) return amends[1] ? { verb: 'support.start-amend', data: { request: amends[1] } } : list('ours');
  const which = EXACTLY.find(([pattern]) => pattern.test(said))?.[1];
  return which ? list(which) : undefined;
}

const EXACTLY: readonly (readonly [RegExp, string])[] = [
  [/^(what|who|which requests?)('s| is| are) (overdue|late)$/, 'overdue'],
  [/^what('s| is) waiting (for|on) me$/, 'waiting'],
  [/^what have i (accepted|taken on|picked up)$/, 'owned'],
];

/** Offering something new, or seeing what is offered so as to pause or end it. */
function offerSupport({ entities, text }: Heard): Call {
  if (/\b(pause|resume|withdraw|stop|end|renew|change|our offers?|used up)\b/i.test(text)) {
    return { verb: 'support.offers', data: {} };
  }
  return {
    verb: 'support.start-offer',
    data: {
      focuses: [...entities.focuses].slice(0, 4),
      ...(entities.halfDays === undefined ? {} : { halfDays: entities.halfDays }),
    },
  };
}

const PHASES: readonly (readonly [RegExp, string])[] = [
  [/\b(nursery|early years|eyfs)\b/i, 'nursery'],
  [/\b(primary|infant|junior|ks1|ks2|y[1-6])\b/i, 'primary'],
  [/\b(secondary|high school|ks3|ks4|y(7|8|9|10|11))\b/i, 'secondary'],
  [/\b(special|silc)\b/i, 'special'],
];

/** Offers; or, to an adviser who speaks of a request or a school, partners for it. */
function findSupport({ entities, text }: Heard, asking: Asking): Call {
  const phase = PHASES.find(([pattern]) => pattern.test(text))?.[1];
  const schools = entities.schools.flatMap(({ candidates }) => candidates.map(({ id }) => id));
  const [request] = entities.requestRefs;
  if (request && brokers(asking)) return { verb: 'brokerage.partners', data: { request } };
  const otherwise = {
    focuses: [...entities.focuses].slice(0, 4),
    ...(phase ? { phase } : {}),
    ...(entities.schools.length > 0 ? { schools: schools.slice(0, 5) } : {}),
  };
  return schools.length > 0 && brokers(asking)
    ? { verb: 'brokerage.partners-for', data: { schools: schools.slice(0, 5), otherwise } }
    : { verb: 'support.find', data: otherwise };
}

function brokers({ viewer, today }: Asking): boolean {
  const roles: readonly string[] = ['adviser', 'senior_adviser', 'head_of_service'];
  return viewer !== undefined && grantsOn(viewer, today).some(({ role }) => roles.includes(role));
}
