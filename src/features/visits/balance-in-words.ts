import type { Framework } from '../../core/framework.ts';
import type { VisitBalance, VisitEntitlement } from '../../core/framework-visits.ts';
import { counted } from '../../core/wording.ts';

export interface BalanceInWords {
  /** The answer in one sentence. */
  readonly sentence: string;
  readonly promised: string;
  readonly left: string;
  /** What follows "2 half-days recorded ·" in a list: "2 left". */
  readonly remaining: string;
}

/** What the words depend on beside the numbers. */
export interface BalanceWords {
  readonly unit: Framework['terms']['visitUnit'];
  /** Who decides on more, as said to whoever reads it: "your adviser", "you". */
  readonly adviser: string;
  readonly entitlement: VisitEntitlement;
}

/**
 * What may truthfully be said of the visits still to come (domain.md §1 and §25, examples 1 to 3): exact only where the
 * promise is, "at least" where there is no ceiling, "up to" where nothing is owed, and the plan's own number where it has one.
 */
export function balanceInWords(balance: VisitBalance, words: BalanceWords): BalanceInWords {
  switch (balance.mode) {
    case 'exact':
      return exactly(balance, words);
    case 'at_least':
      return atLeast(balance, words);
    case 'up_to':
      return upTo(balance, words);
    case 'set_by_plan':
      return setElsewhere(balance, words);
    case 'none':
      return {
        sentence: `The framework sets no number of visits; ${counted(balance.recorded, words.unit)} recorded this year.`,
        promised: 'No number is set',
        left: decides(words, 'For'),
        remaining: 'no number is set',
      };
  }
}

type Of<Mode extends VisitBalance['mode']> = Extract<VisitBalance, { mode: Mode }>;

function exactly({ promised, recorded, left }: Of<'exact'>, { unit, entitlement }: BalanceWords): BalanceInWords {
  return {
    sentence: `${promiser(entitlement)} promises ${counted(promised, unit)}; ${recorded} recorded this year; ${left > 0 ? left : 'none'} left.`,
    promised: counted(promised, unit),
    left: left > 0 ? counted(left, unit) : 'None',
    remaining: left > 0 ? `${left} left` : 'none left',
  };
}

function atLeast({ promised, recorded, owed }: Of<'at_least'>, { unit, entitlement }: BalanceWords): BalanceInWords {
  const least = `At least ${counted(promised, unit)}`;
  if (owed === 0) {
    return {
      sentence: `${promiser(entitlement)} promises at least ${promised}; ${recorded} recorded this year; there is no upper limit.`,
      promised: least,
      left: 'Nothing owed, and no upper limit',
      remaining: 'promise kept, no upper limit',
    };
  }
  return {
    sentence: `${promiser(entitlement)} promises at least ${counted(promised, unit)}; ${recorded} recorded this year; at least ${owed} still owed. There is no upper limit.`,
    promised: least,
    left: `At least ${counted(owed, unit)} still owed`,
    remaining: `at least ${owed} still owed`,
  };
}

function upTo({ ceiling, recorded, room }: Of<'up_to'>, words: BalanceWords): BalanceInWords {
  const promised = `Up to ${counted(ceiling, words.unit)}`;
  if (room === 0) {
    return {
      sentence: `${promiser(words.entitlement)} allows up to ${ceiling}; ${recorded} recorded this year; more is ${decides(words)}.`,
      promised,
      left: `None before the ceiling. More is ${decides(words)}`,
      remaining: 'ceiling reached',
    };
  }
  return {
    sentence: `${promiser(words.entitlement)} allows up to ${counted(ceiling, words.unit)}; ${recorded} recorded this year; up to ${room} more. How many is ${decides(words)}.`,
    promised,
    left: `Up to ${counted(room, words.unit)} more`,
    remaining: `up to ${room} more`,
  };
}

function setElsewhere({ recorded, stated, left = 0 }: Of<'set_by_plan'>, words: BalanceWords): BalanceInWords {
  const so = `${counted(recorded, words.unit)} recorded this year`;
  if (stated !== undefined) {
    return {
      sentence: `The action plan states ${counted(stated, words.unit)}; ${recorded} recorded this year; ${left > 0 ? left : 'none'} left of those.`,
      promised: `${counted(stated, words.unit)}, in the action plan`,
      left: left > 0 ? counted(left, words.unit) : 'None of those in the plan',
      remaining: left > 0 ? `${left} left in the plan` : 'none left in the plan',
    };
  }
  if (words.entitlement.mode === 'set_by_plan' && words.entitlement.setBy === 'adviser') {
    return {
      sentence: `The number is ${decides(words)}; ${so}.`,
      promised: decides(words, 'For'),
      left: decides(words, 'For'),
      remaining: decides(words),
    };
  }
  return {
    sentence: `The number is set in the school’s action plan, and I have none on record yet; ${so}.`,
    promised: 'Set in the action plan',
    left: 'No number on record yet',
    remaining: 'no number in the plan yet',
  };
}

function decides({ adviser }: BalanceWords, start: 'for' | 'For' = 'for'): string {
  return `${start} ${adviser} to decide`;
}

/** Where the authority has ruled, the promise is its own and no longer the document's. */
function promiser(entitlement: VisitEntitlement): string {
  return entitlement.ruling ? 'The authority' : 'The framework';
}
