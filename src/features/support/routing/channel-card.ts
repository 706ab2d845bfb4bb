import type { Temporal } from 'temporal-polyfill';
import { PersonId } from '../../../core/ids.ts';
import { queueReminder, type Told } from '../../../core/outbox.ts';
import type { Partnership } from '../../../core/partnership.ts';
import type { Write } from '../../../core/store.ts';
import { dayOf } from '../../../core/wording.ts';
import { REASON } from '../messages/telling.ts';
import { requestAddress, requestPartition } from '../records.ts';
import type { SupportRequest } from '../schema.ts';
import { view } from '../views/view.ts';

/** Tells the brokerage channel, wherever the authority has one, that a request needs somebody. Once for each request. */
export function tellTheChannel(
  { channels }: Pick<Partnership, 'channels'>,
  request: SupportRequest,
  now: Temporal.Instant,
): readonly Write[] {
  const { teams, slack } = channels.brokerage ?? {};
  const places = [
    ...(teams ? [{ platform: 'teams' as const, address: { v: 1, ...teams } }] : []),
    ...(slack ? [{ platform: 'slack' as const, address: { v: 1, ...slack } }] : []),
  ];
  return places.map((place) =>
    queueReminder(requestPartition(request.ref), {
      id: `${REASON.channel}/${place.platform}`,
      to: PersonId.parse(`brokerage-channel-${place.platform}`),
      sendAt: now,
      patient: false,
      place,
      feature: 'support',
      reason: REASON.channel,
      about: requestAddress(request.ref),
    }),
  );
}

/**
 * What the channel may read of a request: its number, and since when it waits. Not the school, its area, its phase, what it is
 * about, nor who was asked, since any of these can tell a school to those who know the patch (domain.md §22).
 */
export function channelCard(request: SupportRequest): Told | undefined {
  if (!('routed' in request)) return undefined;
  return view({
    title: 'A request needs an owner',
    paragraphs: [
      `${request.ref} has been waiting since ${dayOf(request.submittedAt)}. Those who were asked have it in their own messages.`,
    ],
    options: [{ label: 'See it, if it came to you', verb: 'support.show', data: { request: request.ref } }],
  });
}

/** The same card once there is nothing left to do. Not who has it: that can tell the school too. */
export function settledChannelCard(request: SupportRequest): Told {
  return view({
    title: request.open ? 'This request has an owner' : 'This request is no longer open',
    paragraphs: [`${request.ref} needs nobody any more. Thank you.`],
  });
}
