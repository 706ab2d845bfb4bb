import { z } from 'zod';
import { JsonRecord } from '../../core/json.ts';
import type { InputProblem } from '../../core/reply.ts';
import type { BlockKit } from './block-kit.ts';
import { CardRef, type KeptCards } from './kept-cards.ts';
import type { Log } from './log.ts';
import type { ViewSubmission } from './payloads.ts';
import { SENTENCES } from './sentences.ts';
import type { Web } from './web.ts';

export const FORM_CALLBACK = 'partnership-form';

/** What travels with an open form: the card it is of, and the message it stands in. */
const FormRef = CardRef.extend({
  channel: z.string().optional(),
  message: z.string().optional(),
  thread: z.string().optional(),
});
export type FormRef = z.infer<typeof FormRef>;

/** What was filled in, ready to be heard. */
export interface Filled {
  readonly verb: string;
  readonly data: z.infer<typeof JsonRecord>;
  /** Where the form was opened from; nowhere in particular when it was the person's own page. */
  readonly from: Omit<FormRef, 'card'>;
  readonly ref: unknown;
  /** The ids of the inputs the person saw. */
  readonly inputs: readonly string[];
}

export interface Forms {
  /** `old`: the card was not kept so long. `failed`: Slack did not open it. */
  open(
    wanted: { readonly team: string; readonly trigger: string; readonly form: number; readonly ref: unknown },
    from: Filled['from'],
  ): Promise<'opened' | 'old' | 'failed'>;
  /** `undefined` for a form that is not ours. */
  read(submission: ViewSubmission): Filled | undefined;
  /**
   * What to answer a form with that keeps it open, each sentence under its input; `undefined` when none of the problems is
   * with an input that is there.
   */
  errors(filled: Filled, problems: readonly InputProblem[]): Promise<object | undefined>;
}

export function createForms(parts: {
  readonly blockKit: BlockKit;
  readonly cards: KeptCards;
  readonly web: Web;
  readonly log: Log;
}): Forms {
  const { blockKit, cards, web, log } = parts;
  return {
    async open({ team, trigger, form, ref }, from) {
      const shown = await cards.find(ref);
      if (!shown) return 'old';
      try {
        const view = blockKit.toModal(shown.card, {
          form,
          callbackId: FORM_CALLBACK,
          ref: { ...cards.refOf(shown), ...from },
        });
        const opened = await web.openView(team, trigger, view);
        if (opened.outcome === 'sent') return 'opened';
        log.warn({ team, ...opened }, 'a form was not opened');
      } catch (fault) {
        log.error({ err: fault }, 'a form could not be shown in Slack');
      }
      return 'failed';
    },
    read({ view }) {
      if (view.callback_id !== FORM_CALLBACK) return undefined;
      const values = view.state?.values ?? {};
      const sent = blockKit.readSubmission({ private_metadata: view.private_metadata ?? '', state: { values } });
      const ref = FormRef.safeParse(sent?.ref);
      const data = JsonRecord.safeParse(sent?.data);
      if (!sent || !ref.success || !data.success) return undefined;
      const { card: _card, ...from } = ref.data;
      return { verb: sent.verb ?? '', data: data.data, from, ref: sent.ref, inputs: inputsIn(values) };
    },
    async errors(filled, problems) {
      const known = problems.filter(({ input }) => filled.inputs.includes(input));
      if (known.length === 0) return undefined;
      const shown = await cards.find(filled.ref);
      const sentences = known.map(({ input, sentence }) => [
        input,
        sentence ?? (shown && errorMessageOf(shown.card, input)) ?? SENTENCES.checkThis,
      ]);
      return blockKit.fieldErrors(Object.fromEntries(sentences));
    },
  };
}

/** Inputs left empty are in the form too, so this is read from the blocks and not from what was filled in. */
function inputsIn(values: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(values)
    .filter((block) => block.startsWith(INPUT_BLOCK))
    .map((block) => block.slice(INPUT_BLOCK.length));
}

const INPUT_BLOCK = 'input:';

/** What the card itself says of an input that is wrong. */
function errorMessageOf(node: unknown, input: string): string | undefined {
  if (Array.isArray(node)) {
    for (const inner of node) {
      const found = errorMessageOf(inner, input);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const at = JsonRecord.safeParse(node);
  if (!at.success) return undefined;
  const { type, id, errorMessage } = at.data;
  if (id === input && typeof type === 'string' && type.startsWith('Input.') && typeof errorMessage === 'string') {
    return errorMessage;
  }
  return errorMessageOf(Object.values(at.data), input);
}
