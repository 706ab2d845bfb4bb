import type { DirectoryEntry } from '../../../core/directory.ts';
import type { Matching } from '../../../core/partnership-matching.ts';
import { longDate } from '../../../core/wording.ts';
import { focusesInWords, type Offer, PHASE_WORDS, type SupportRequest } from '../../support/index.ts';
import { milesBetween, milesInWords } from './distance.ts';

/** One school's offer against one request, and all that is known about the two of them. */
export interface Pairing {
  readonly request: SupportRequest;
  readonly offer: Offer;
  readonly asked: DirectoryEntry | undefined;
  readonly partner: DirectoryEntry | undefined;
  /** Half-days nobody else has been promised. */
  readonly left: number;
  /** Schools it has helped in the last twelve months. */
  readonly recent: number;
  /** Times it has helped this school, and this school it. */
  readonly repeats: number;
  readonly returned: number;
  readonly conflict: boolean;
  readonly answered: 'no' | 'conflict' | 'no_answer' | undefined;
  readonly hasHead: boolean;
  readonly sameHead: boolean;
}

export interface Reason {
  readonly words: string;
  readonly points: number;
  /** Speaks against it although it earns some points. */
  readonly against?: true;
}

export interface Weighed {
  readonly pairing: Pairing;
  /** `fits`: about the same thing, for that phase. `could`: an adviser may see a reason. `cannot`: may not be asked. */
  readonly standing: 'fits' | 'could' | 'cannot';
  readonly points: number;
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
  /** Why it may not be asked; none when it may. */
  readonly barred: readonly string[];
}

const MOST_RECENT_COUNTED = 3;

/** Every reason for and against, with its points, by the authority's own weights. Pure. */
export function weigh(
  pairing: Pairing,
  rules: Matching,
  words: { readonly focuses: Readonly<Record<string, string>>; readonly today: string },
): Weighed {
  const barred = whyBarred(pairing, words.today);
  const [focus, phase] = [aboutReason(pairing, rules, words.focuses), phaseReason(pairing, rules)];
  const reasons = [focus, phase, ...contextReasons(pairing, rules), ...historyReasons(pairing, rules)];
  const fits = focus.points > 0 && phase.points > 0;
  return {
    pairing,
    standing: barred.length > 0 ? 'cannot' : fits ? 'fits' : 'could',
    points: reasons.reduce((sum, { points }) => sum + points, 0),
    for: reasons.filter(speaksFor),
    against: reasons.filter((reason) => !speaksFor(reason)),
    barred,
  };
}

function speaksFor({ points, against }: Reason): boolean {
  return points > 0 && against === undefined;
}

function whyBarred({ request, offer, left, ...known }: Pairing, today: string): readonly string[] {
  const { from = today, to } = request.wish;
  return [
    offer.school === request.wish.school && 'it is the school’s own offer',
    known.conflict && 'a conflict of interest has been declared between the two schools',
    known.answered === 'no' && 'it has said no to this request already',
    known.answered === 'conflict' && !known.conflict && 'it has said no to this request already',
    known.sameHead && 'both schools have the same headteacher',
    !known.hasHead && 'no headteacher is on record whom I could ask',
    offer.state === 'paused' && 'the offer is paused',
    offer.state === 'used' && 'the offer is used up',
    left === 0 && offer.state !== 'used' && 'it has no half-days left',
    offer.to < from && `the offer ends on ${longDate(offer.to)}, before the help is wanted`,
    to !== undefined && offer.from > to && `the offer begins on ${longDate(offer.from)}, after the help is wanted`,
  ].filter((why) => why !== false);
}

function aboutReason({ request, offer }: Pairing, rules: Matching, focuses: Readonly<Record<string, string>>): Reason {
  const [main, ...others] = request.wish.focuses;
  const both = request.wish.focuses.filter((key) => offer.focuses.includes(key));
  const points =
    (main && offer.focuses.includes(main) ? rules.mainFocus : 0) +
    (others.some((key) => offer.focuses.includes(key)) ? rules.otherFocus : 0);
  if (both.length === 0) {
    return { words: `does not offer ${focusesInWords(focuses, request.wish.focuses).toLowerCase()}`, points: 0 };
  }
  return { words: `offers ${focusesInWords(focuses, both).toLowerCase()}`, points };
}

function phaseReason({ offer, asked }: Pairing, rules: Matching): Reason {
  if (!asked) return { words: 'the phase is not known', points: 0 };
  const phase = `${PHASE_WORDS[asked.phase]} schools`;
  return offer.phases.includes(asked.phase)
    ? { words: `is for ${phase}`, points: rules.phase }
    : { words: `is not for ${phase}`, points: 0 };
}

function contextReasons({ request, asked, partner, left }: Pairing, rules: Matching): readonly Reason[] {
  const wanted = request.wish.halfDays;
  const miles = milesBetween(asked, partner);
  return [
    ...(asked?.area !== undefined && asked.area === partner?.area
      ? [{ words: 'is in the same area', points: rules.sameArea }]
      : []),
    ...(asked && asked.governance === partner?.governance
      ? [{ words: 'is run in the same way', points: rules.sameKind }]
      : []),
    miles === undefined
      ? { words: 'the distance is not known', points: 0 }
      : {
          words: `is ${milesInWords(miles)} away`,
          points: Math.round(rules.near * Math.max(0, 1 - miles / rules.farMiles)),
        },
    wanted !== undefined && left < wanted
      ? {
          words: `has only ${left} of the ${wanted} half-days left`,
          points: Math.floor((rules.enoughLeft * left) / wanted),
          against: true,
        }
      : { words: `has ${left} half-day${left === 1 ? '' : 's'} left`, points: rules.enoughLeft },
    ...(asked?.trust !== undefined && asked.trust === partner?.trust
      ? [{ words: 'both are in the same trust', points: rules.sameTrust }]
      : []),
  ];
}

function historyReasons({ recent, repeats, returned, answered }: Pairing, rules: Matching): readonly Reason[] {
  return [
    ...(recent > 0
      ? [
          {
            words: `has helped ${recent} school${recent === 1 ? '' : 's'} in the last twelve months`,
            points: rules.eachRecent * Math.min(recent, MOST_RECENT_COUNTED),
          },
        ]
      : []),
    ...(repeats > 0 ? [{ words: 'has helped this school before', points: rules.repeat }] : []),
    ...(returned > 0 ? [{ words: 'this school has helped it', points: rules.reciprocal }] : []),
    ...(answered === 'no_answer'
      ? [{ words: 'was asked about this before, and did not answer in time', points: rules.noAnswer }]
      : []),
  ];
}
