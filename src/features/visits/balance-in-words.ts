import type { Framework } from '../../core/framework.ts';
import type { VisitBalance } from '../../core/framework-visits.ts';
import { counted } from '../../core/wording.ts';

export interface BalanceInWords {
  /** The answer in one sentence. */
  readonly sentence: string;
  readonly promised: string;
  readonly left: string;
  /** `left` where nothing beside it says what it is: "2 half-days left". */
  readonly remaining: string;
}

/**
 * What may truthfully be said of the visits still to come (domain.md §1 and §25, examples 1 to 3): exact only where the
 * promise is, "at least" where there is no ceiling, "up to" where nothing is owed, and the plan's own number where it has one.
 */
export function balanceInWords(framework: Framework, balance: VisitBalance): BalanceInWords {
  const unit = framework.terms.visitUnit;
  const so = `${counted(balance.recorded, unit)} recorded this year`;
  switch (balance.mode) {
    case 'exact':
      return {
        sentence:
          balance.left > 0
            ? `The framework promises ${counted(balance.promised, unit)}; ${balance.recorded} recorded this year; ${balance.left} left.`
            : `The framework promises ${counted(balance.promised, unit)}; ${balance.recorded} recorded this year; none left.`,
        promised: counted(balance.promised, unit),
        left: balance.left > 0 ? counted(balance.left, unit) : 'None',
        remaining: balance.left > 0 ? `${counted(balance.left, unit)} left` : 'none left',
      };
    case 'at_least':
      return {
        sentence:
          balance.owed > 0
            ? `The framework promises at least ${counted(balance.promised, unit)}; ${balance.recorded} recorded this year; at least ${balance.owed} still owed. There is no upper limit.`
            : `The framework promises at least ${balance.promised}; ${balance.recorded} recorded this year; there is no upper limit.`,
        promised: `At least ${counted(balance.promised, unit)}`,
        left: balance.owed > 0 ? `At least ${counted(balance.owed, unit)} still owed` : 'No upper limit',
        remaining:
          balance.owed > 0 ? `at least ${counted(balance.owed, unit)} still owed` : 'promise kept, no upper limit',
      };
    case 'up_to':
      return {
        sentence:
          balance.room > 0
            ? `The framework allows up to ${counted(balance.ceiling, unit)}; ${balance.recorded} recorded this year; up to ${balance.room} more. How many is for your adviser to decide.`
            : `The framework allows up to ${balance.ceiling}; ${balance.recorded} recorded this year; more is for your adviser to decide.`,
        promised: `Up to ${counted(balance.ceiling, unit)}`,
        left: balance.room > 0 ? `Up to ${counted(balance.room, unit)} more` : 'For your adviser to decide',
        remaining: balance.room > 0 ? `up to ${counted(balance.room, unit)} more` : 'at the ceiling',
      };
    case 'set_by_plan':
      return byPlan(framework, balance, so);
    case 'none':
      return {
        sentence: `The framework sets no number of visits; ${so}.`,
        promised: 'No number is set',
        left: 'For your adviser to decide',
        remaining: 'no number is set',
      };
  }
}

function byPlan(
  framework: Framework,
  balance: Extract<VisitBalance, { mode: 'set_by_plan' }>,
  so: string,
): BalanceInWords {
  const unit = framework.terms.visitUnit;
  if (balance.stated === undefined) {
    return {
      sentence: `The number is set in the school’s action plan, which states none yet; ${so}.`,
      promised: 'Set in the action plan',
      left: 'The action plan states no number',
      remaining: 'no number in the action plan',
    };
  }
  const left = balance.left ?? 0;
  return {
    sentence: `The action plan states ${counted(balance.stated, unit)}; ${balance.recorded} recorded this year; ${left > 0 ? left : 'none'} left of those.`,
    promised: `${counted(balance.stated, unit)}, in the action plan`,
    left: left > 0 ? counted(left, unit) : 'None of those in the plan',
    remaining: left > 0 ? `${counted(left, unit)} left in the plan` : 'none left of the plan’s',
  };
}
