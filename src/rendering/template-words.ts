import {
  type Expression,
  ExpressionEvaluator,
  ExpressionFunctions,
  FunctionUtils,
  ReturnType,
} from 'adaptive-expressions';
import { href, inert, plain } from './plain-text.ts';

/** The functions templates have beside the language's own. `plain` and `inert` are put in for them; authors write only `href`. */
const WORDS = { plain, inert, href } satisfies Record<string, (text: string) => string>;
export type TemplateWord = keyof typeof WORDS;

/** The text of the only argument. Missing data stays an error, so that it is found instead of shown. */
function evaluator(name: string, say: (text: string) => string): ExpressionEvaluator {
  return new ExpressionEvaluator(
    name,
    (expression: Expression, state) => {
      // Without the options, so that a missing field is not quietly replaced by its own name.
      const { value, error } = expression.children[0]?.tryEvaluate(state) ?? { value: undefined, error: '' };
      if (error) return { value: undefined, error };
      if (value === undefined || value === null) return { value: undefined, error: `${expression} has no value` };
      if (typeof value === 'object') return { value: undefined, error: `${expression} is not text` };
      return { value: typeof value === 'string' ? say(value) : String(value), error: '' };
    },
    ReturnType.String,
    FunctionUtils.validateUnary,
  );
}

/**
 * Teaches the templating library our functions. It looks names up in the language's standard table and nowhere else, and
 * that table is a Map that its types call read-only; adding to it is the one way in. Idempotent.
 */
export function teachTemplateWords(): void {
  const standard = ExpressionFunctions.standardFunctions as Map<string, ExpressionEvaluator>;
  for (const [name, say] of Object.entries(WORDS)) standard.set(name, evaluator(name, say));
}

/** Whether templates may call it. The library itself would not say so before the card is shown. */
export const isTemplateFunction = (name: string) => ExpressionFunctions.standardFunctions.has(name);
