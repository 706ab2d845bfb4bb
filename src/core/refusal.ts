import type { InputProblem } from './reply.ts';

/** Why a person was told no. Codes are for tests, logs and the audit trail; people read the sentence. */
export type RefusalCode =
  | 'not_yours_to_know'
  | 'not_linked'
  | 'not_your_role'
  | 'not_understood'
  | 'out_of_date'
  | 'already_done'
  | 'invalid_input'
  | 'unknown_code'
  /** The authority has left something unset that this needs. */
  | 'not_set_up';

/** A kind no. Rules throw it; `conversation` catches it once and shows the sentence. Anything else thrown is a fault. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  /** Fit to show a headteacher: what is the matter and what to do next. */
  readonly sentence: string;
  /** What in a form it is about, so that it can be said beside it. */
  readonly problems: readonly InputProblem[];
  constructor(code: RefusalCode, sentence: string, problems: readonly InputProblem[] = []) {
    super(`${code}: ${sentence}`);
    this.code = code;
    this.sentence = sentence;
    this.problems = problems;
  }
}
