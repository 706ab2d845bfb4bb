import type { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import {
  askForAnOwner,
  changeRequest,
  type FoundRequest,
  findReadableRequest,
  findRoute,
  findRouteUp,
  refusalOf,
  resolveRef,
  type ShowRequest,
  type SupportParts,
  saidText,
  sayForm,
  schoolToRoute,
  tellNews,
  type WithText,
} from '../../support/index.ts';
import { done } from '../done.ts';

const TEXTS = {
  decline: {
    title: 'You can’t take',
    lead: 'The headteacher is told your reason, and it goes to the next in line. Nothing changes until you press the button.',
    label: 'Your reason, as you would say it to the headteacher',
    button: 'Tell them, and pass it on',
  },
  escalate: {
    title: 'Pass up',
    lead: 'It goes to the people above you, with your reason, and the headteacher is told. Nothing changes until you press the button.',
    label: 'Why it needs somebody above you',
    button: 'Pass it up',
  },
  ask: {
    title: 'A question about',
    lead: 'The headteacher answers here, and you are told. Nothing is sent until you press the button.',
    label: 'Your question',
    button: 'Send it',
  },
} as const;

type Deed = keyof typeof TEXTS;

/** Asks for the words that go with it, before anything is done. */
export function startSaying(parts: SupportParts, deed: Deed) {
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> => {
    const found = await findReadableRequest(parts.store, await resolveRef(parts.store, wanted.request, asking), asking);
    const { request, hats } = found;
    const refused = refusalOf(request, deed, hats);
    if (refused) throw refused;
    // Nobody should write a reason first and only then hear that there is nobody to pass it to.
    if (deed !== 'ask') await nextInLine(parts, deed, found, asking);
    const { title, ...texts } = TEXTS[deed];
    return sayForm({ ...texts, title: `${title} ${request.ref}`, verb: `brokerage.${deed}`, request: request.ref });
  };
}

/** An adviser cannot take it, or hands it back: the requester hears the reason, and the next in line are asked. */
export function decline(parts: SupportParts) {
  return sendOn(
    parts,
    'decline',
    'Thank you for saying so. It has gone to the next in line, and the headteacher is told why.',
  );
}

/** Passes it to those above: the requester hears that too. */
export function escalate(parts: SupportParts) {
  return sendOn(parts, 'escalate', 'It has been passed up, and the headteacher is told.');
}

function sendOn(parts: SupportParts, deed: 'decline' | 'escalate', said: string) {
  return async (wanted: z.infer<typeof WithText>, asking: Asking): Promise<Reply> => {
    const reason = saidText(parts, wanted.text, 'needed');
    const { request } = await changeRequest({
      store: parts.store,
      ref: wanted.request,
      asking,
      command: async (found) => ({ do: deed, reason, next: await nextInLine(parts, deed, found, asking) }),
      telling: (decided, { request: before }) => [
        ...tellNews(decided, [before.requester.person], asking.now),
        ...askForAnOwner(parts, decided.request, asking, 'routed' in before ? before.routed.line : []),
      ],
    });
    return done(request, said);
  };
}

/** Never somebody who passed it, nor the requester. With nobody left it stays where it is: no request is left with no one. */
async function nextInLine(
  parts: SupportParts,
  deed: 'decline' | 'escalate',
  { request, viewer, hats }: FoundRequest,
  asking: Asking,
) {
  const refused = refusalOf(request, deed, hats);
  if (refused) throw refused;
  const own = [request.requester.person, viewer.id];
  const { school, focuses } = request.wish;
  const to = { school: schoolToRoute(parts, school), focuses, today: asking.today };
  const next =
    deed === 'escalate'
      ? await findRouteUp(parts, { ...to, passed: new Set(own) })
      : await findRoute(parts, { ...to, passed: new Set([...own, ...request.passed.map(({ person }) => person)]) });
  if (next.line.length > 0) return next;
  throw new Refusal(
    'invalid_input',
    'There is nobody after you in line, so it stays with you for now. You can pass it to a colleague by name. Nothing has changed.',
  );
}

/** Asks the requester something. They answer in the bot, and whoever asked is told. */
export function askQuestion(parts: SupportParts) {
  return async (wanted: z.infer<typeof WithText>, asking: Asking): Promise<Reply> => {
    const text = saidText(parts, wanted.text, 'needed');
    const { request } = await changeRequest({
      store: parts.store,
      ref: wanted.request,
      asking,
      command: () => ({ do: 'ask', text }),
      telling: (decided, { request: before }) => tellNews(decided, [before.requester.person], asking.now),
    });
    return done(request, `Sent to ${request.requester.name}. I’ll tell you when they answer.`);
  };
}
