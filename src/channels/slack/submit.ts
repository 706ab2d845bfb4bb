import type { Answerer } from './answer-turn.ts';
import type { Forms } from './forms.ts';
import type { HomePage } from './home.ts';
import type { ViewSubmission } from './payloads.ts';
import { type Receiving, receivePress, speakerOf } from './receive.ts';
import { SENTENCES } from './sentences.ts';
import { triggerId } from './turn-ids.ts';

/** Slack gives a form three seconds to be answered in; what comes later comes as a message. */
const ANSWER_WITHIN_MS = 2_500;

/** Closes the form, or keeps it open with something said in it. Only the first call counts: false for any later one. */
export type CloseForm = (instead?: object) => Promise<boolean>;

/**
 * Takes a form that was sent: what cannot be taken is said beside its input while the form stays open; what can is answered
 * in the conversation the form was opened from.
 */
export function createSubmitting(parts: {
  readonly forms: Forms;
  readonly answerer: Answerer;
  readonly homePage: HomePage;
  readonly receiving: Receiving;
}): (submission: ViewSubmission, close: CloseForm, again: boolean) => Promise<void> {
  const { forms, answerer, homePage, receiving } = parts;
  return async (submission, close, again) => {
    const filled = forms.read(submission);
    if (!filled) {
      await close();
      return;
    }
    const { channel, message, thread } = filled.from;
    const received = await receivePress(
      submission,
      {
        id: triggerId('form', submission.trigger_id, submission.view.id),
        input: { kind: 'action', verb: filled.verb, data: filled.data },
        spot: {
          ...(channel === undefined ? {} : { channel }),
          ...(message === undefined ? {} : { pressed: message }),
          ...(thread === undefined ? {} : { thread }),
        },
      },
      receiving,
    );
    const late = setTimeout(() => void close(), ANSWER_WITHIN_MS);
    const answer = await answerer.hear(received, again).finally(() => clearTimeout(late));
    const errors = answer?.problems ? await forms.errors(filled, answer.problems) : undefined;
    if (errors && (await close(errors))) return;
    await close();
    if (!answer) return;
    await answerer.say(received, answer);
    if (channel === undefined) {
      await homePage.show(speakerOf(submission), submission.trigger_id, { note: SENTENCES.answeredInMessages });
    }
  };
}
