import { sortableInstant } from '../../../core/clock.ts';
import type { DirectoryEntry } from '../../../core/directory.ts';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { fingerprint } from '../../../core/fingerprint.ts';
import { listed } from '../../../core/wording.ts';
import { focusesInWords } from '../focuses.ts';
import { ownSchool } from '../own-school.ts';
import type { Parts } from '../parts.ts';
import { newRequestWrites, openRequestsOf, readHistory, readRequest } from '../records.ts';
import { askForAnOwner } from '../routing/above.ts';
import { tellTheChannel } from '../routing/channel-card.ts';
import { findRoute } from '../routing/find-route.ts';
import { Entry, type RequestRef, SupportRequest, type Wish } from '../schema.ts';
import { hatsOf } from '../states/hats.ts';
import { numberOf, takeNumber } from '../take-number.ts';
import { FormProblem, mustBeKeepable, type RequestForm, wishOf } from '../views/request-form.ts';
import { requestView } from '../views/request-view.ts';
import { view } from '../views/view.ts';
import { whyThem } from '../views/words.ts';
import { startRequest } from './start-request.ts';

/**
 * Sends a request: the record, its first line of history and the message to whoever is asked, in one commit. The same card
 * sent twice is one request. Words about a child or a colleague's private matter are refused before anything is kept.
 */
export function submitRequest(parts: Parts) {
  const askAgain = startRequest(parts);
  return async (form: RequestForm, asking: Asking): Promise<Reply> => {
    const { viewer } = asking;
    const school = ownSchool(parts, asking, form.school);
    if (!viewer) throw notYoursToKnow();
    mustBeKeepable(parts, form.outcome ?? '', form.tried ?? '', form.yearGroups ?? '');
    const id = fingerprint(JSON.stringify([viewer.id, form.form]));
    const earlier = await numberOf(parts.store, id);
    if (earlier && (await readRequest(parts.store, earlier))) return sent(parts, earlier, asking, false);

    let wish: Wish;
    try {
      wish = wishOf(parts, form, school, asking.today.toString());
    } catch (error) {
      if (error instanceof FormProblem) return askAgain(filledIn(form, error.message), asking);
      throw error;
    }
    const same = form.asWell ? undefined : await sameAsOpen(parts, school, wish);
    if (same) return twice(parts, same, form);

    const ref = await takeNumber(parts.store, asking.today.year, id);
    const request = await newRequest(parts, { ref, wish, school }, viewer, asking);
    const entry = Entry.parse({
      v: 1,
      ref,
      n: 1,
      did: 'submit',
      by: request.requester,
      at: request.submittedAt,
      from: 'draft',
      to: 'submitted',
    });
    const result = await parts.store.commit([
      ...newRequestWrites(request, entry),
      ...askForAnOwner(parts, request, asking),
      ...tellTheChannel(parts.partnership, request, asking.now),
    ]);
    return sent(parts, ref, asking, result.outcome === 'committed');
  };
}

async function newRequest(
  parts: Parts,
  what: { readonly ref: RequestRef; readonly wish: Wish; readonly school: DirectoryEntry },
  viewer: NonNullable<Asking['viewer']>,
  asking: Asking,
): Promise<SupportRequest> {
  const passed = new Set([viewer.id]);
  const { focuses } = what.wish;
  const routed = await findRoute(parts, { school: what.school, focuses, today: asking.today, passed });
  return SupportRequest.parse({
    v: 1,
    state: 'submitted',
    open: true,
    ref: what.ref,
    wish: what.wish,
    requester: { person: viewer.id, name: viewer.displayName },
    submittedAt: sortableInstant(asking.now),
    entries: 1,
    invited: routed.line,
    passed: [],
    proposals: 0,
    turnedDown: [],
    waitingFor: routed.line,
    routed,
  });
}

async function sameAsOpen(parts: Parts, school: DirectoryEntry, wish: Wish): Promise<SupportRequest | undefined> {
  const open = await openRequestsOf(parts.store, school.id);
  return open.find((request) => request.wish.focuses.some((key) => wish.focuses.includes(key)));
}

function twice(parts: Parts, same: SupportRequest, form: RequestForm): Reply {
  return view({
    title: 'Is this the same request again?',
    subtitle: same.wish.schoolName,
    paragraphs: [
      `You have a request open about ${focusesInWords(parts.focuses, same.wish.focuses)}: ${same.ref}. Nothing has been sent just now.`,
    ],
    options: [
      { label: `See ${same.ref}`, verb: 'support.show', data: { request: same.ref } },
      { label: 'Send this one as well', verb: 'support.submit', data: { ...form, asWell: true } },
    ],
  });
}

async function sent(parts: Parts, ref: RequestRef, asking: Asking, queued: boolean): Promise<Reply> {
  const held = await readRequest(parts.store, ref);
  if (!held || !asking.viewer) throw notYoursToKnow();
  const { request } = held;
  const routed = 'routed' in request ? request.routed : undefined;
  const to = routed && routed.names.length > 0 ? `${listed(routed.names)}, ${whyThem(routed)}` : undefined;
  const lead = to
    ? [`Sent. It is with ${to}. I’ll tell you as soon as it is picked up.`]
    : routed
      ? ['It is recorded, but nobody is on record for me to send it to. Please ring as well.']
      : ['This was sent before; here is how it stands.'];
  const hats = hatsOf(request, asking.viewer, asking.today);
  return {
    ...requestView(parts, { request, history: await readHistory(parts.store, request), hats }, lead),
    queued,
    topic: { school: request.wish.school },
    disclosures: [{ school: request.wish.school, outcome: 'disclosed', what: `request ${ref}` }],
  };
}

function filledIn(form: RequestForm, problem: string) {
  const { form: _id, asWell: _asWell, focus, also, chairMayKnow, ...rest } = form;
  return {
    ...rest,
    focuses: [focus, also ?? ''].filter((key) => key !== ''),
    chairMayKnow: chairMayKnow === true || chairMayKnow === 'true',
    problem,
  };
}
