import { isRecord } from './card-node.ts';
import { INPUT_BLOCK, parse, verbAndData } from './control-values.ts';

/** The `state.values` of a view or a message: by block id, by action id. Untrusted. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * What was filled in, as an Adaptive Card would send it: text by the input's id, several choices with commas between them, a
 * toggle by the value it has on or off. Inputs left empty are left out.
 */
export function readInputs(values: StateValues): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const [block, elements] of Object.entries(values)) {
    if (!block.startsWith(INPUT_BLOCK)) continue;
    const id = block.slice(INPUT_BLOCK.length);
    for (const [action, element] of Object.entries(elements)) {
      const answer = isRecord(element) ? answerOf(action.slice(0, -id.length - 1), element) : undefined;
      if (answer !== undefined) answers[id] = answer;
    }
  }
  return answers;
}

function answerOf(kind: string, element: Readonly<Record<string, unknown>>): string | undefined {
  const several = Array.isArray(element.selected_options) ? element.selected_options.flatMap(optionValue) : [];
  // `toggle:<the value it has when off>`, the one answer that emptiness gives.
  if (kind.startsWith('toggle:')) return several[0] ?? kind.slice('toggle:'.length);
  if (several.length > 0) return several.join(',');
  const [chosen] = optionValue(element.selected_option);
  const answer = chosen ?? element.selected_date ?? element.selected_time ?? element.value;
  return typeof answer === 'string' && answer !== '' ? answer : undefined;
}

const optionValue = (option: unknown): string[] =>
  isRecord(option) && typeof option.value === 'string' ? [option.value] : [];

/** A form that was sent. */
export interface Submission {
  readonly verb?: string;
  /** What the card's action carried, and over it what was filled in. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What `toModal` was given to find the card again. */
  readonly ref?: unknown;
}

/** Reads the `view` of a `view_submission` payload that `toModal` made. `undefined` for any other view. */
export function readSubmission(view: {
  private_metadata?: string;
  state?: { values?: StateValues };
}): Submission | undefined {
  const carried = parse(view.private_metadata);
  if (carried === undefined) return undefined;
  const { verb, data } = verbAndData(carried);
  return {
    ...(verb !== undefined && { verb }),
    data: { ...data, ...readInputs(view.state?.values ?? {}) },
    ...(carried.ref !== undefined && { ref: carried.ref }),
  };
}

/** The answer to a `view_submission` that keeps the form open, each sentence under the input it is about. */
export function fieldErrors(errors: Readonly<Record<string, string>>): {
  response_action: 'errors';
  errors: Record<string, string>;
} {
  return {
    response_action: 'errors',
    errors: Object.fromEntries(Object.entries(errors).map(([id, sentence]) => [`${INPUT_BLOCK}${id}`, sentence])),
  };
}
