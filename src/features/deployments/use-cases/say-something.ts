import type { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import {
  type Deed,
  type RequestCommand,
  type ShowRequest,
  type SupportRequest,
  saidText,
  sayForm,
  type WithText,
} from '../../support/index.ts';
import { doWork, findToDo } from '../do-work.ts';
import type { Parts } from '../parts.ts';

interface Saying {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly button: string;
  readonly said: (after: SupportRequest) => string;
  readonly command: (request: SupportRequest, text: string) => RequestCommand;
}

/** The steps that are a sentence or two, and nothing else. */
const SAYINGS = {
  question_terms: {
    title: 'Ask about the terms of',
    lead: 'Your question goes to the adviser who has it, who answers here or changes the terms. Nothing is sent until you press the button.',
    label: 'Your question',
    button: 'Send it',
    said: () => 'Sent. I’ll tell you when it is answered.',
    command: (request, text) => ({ do: 'question_terms', number: draftOf(request)?.number ?? 0, text }),
  },
  answer_terms: {
    title: 'Answer about the terms of',
    lead: 'Both headteachers see your answer. The terms stay as they are.',
    label: 'Your answer',
    button: 'Send it',
    said: () => 'Sent to both headteachers.',
    command: (_request, text) => ({ do: 'answer_terms', text }),
  },
  part_ways: {
    title: 'Look for another partner for',
    lead: 'The school that said yes is let go, the other headteacher is told your reason, and the request goes back to finding a partner. Nothing changes until you press the button.',
    label: 'Your reason, as you would say it to the headteachers',
    button: 'Look for another partner',
    said: () => 'They are being told, and another partner can be looked for.',
    command: (_request, text) => ({ do: 'part_ways', reason: text }),
  },
  complete: {
    title: 'The final review of',
    lead: 'In a few sentences: what was done, what changed, and what you would keep. The headteacher of the school that helped and the adviser see it.',
    label: 'Your review',
    button: 'Send the review',
    said: () => 'Thank you. One thing is left: what changed, from where it stood to where it is now.',
    command: (_request, text) => ({ do: 'complete', review: text }),
  },
} as const satisfies Partial<Record<Deed, Saying>>;

export type SaidDeed = keyof typeof SAYINGS;

/** Asks for the words, with any question they answer. */
export function startSayingWork(parts: Parts, deed: SaidDeed) {
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> => {
    const { request } = await findToDo(parts, wanted.request, deed, asking);
    const { title, lead, label, button } = SAYINGS[deed];
    const questions = deed === 'answer_terms' ? (draftOf(request)?.questions ?? []) : [];
    if (deed === 'answer_terms' && questions.length === 0) {
      throw new Refusal('already_done', 'No question about the terms is waiting.');
    }
    return sayForm({
      title: `${title} ${request.ref}`,
      lead: [...questions.map(({ name, text }) => `${name} asks: “${text}”`), lead].join(' '),
      label,
      button,
      verb: VERBS[deed],
      request: request.ref,
    });
  };
}

const VERBS = {
  question_terms: 'deployments.question',
  answer_terms: 'deployments.answer',
  part_ways: 'deployments.part',
  complete: 'deployments.final',
} as const satisfies Record<SaidDeed, string>;

/** Does it, with the words. */
export function sayWork(parts: Parts, deed: SaidDeed) {
  const work = doWork(parts);
  return async (wanted: WithText, asking: Asking): Promise<Reply> => {
    const text = saidText(parts, wanted.text, 'needed');
    const { command, said } = SAYINGS[deed];
    return work(wanted.request, asking, ({ request }) => command(request, text), said);
  };
}

function draftOf(request: SupportRequest) {
  return request.state === 'accepted' ? request.draft : undefined;
}
