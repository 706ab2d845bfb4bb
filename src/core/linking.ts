import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { PersonId } from './ids.ts';
import { type Identity, identityKey } from './people.ts';
import type { Ref, Write } from './store.ts';

/** What is kept of a platform identity: whom it belongs to, once a person or a verified e-mail has said so. */
export const IdentityLink = z.strictObject({
  v: z.literal(1),
  person: PersonId.optional(),
  linkedBy: z.enum(['verified_email', 'one_time_code', 'configured']).optional(),
  linkedAt: z.iso.datetime({ offset: true }).optional(),
  /** When the platform was last asked for this identity's e-mail, so that it is not asked at every turn. */
  emailAskedAt: z.iso.datetime({ offset: true }).optional(),
});
export type IdentityLink = z.infer<typeof IdentityLink>;

/** From a verified e-mail address to the person it belongs to; written when people are imported. */
export const EmailLink = z.strictObject({ v: z.literal(1), person: PersonId });
export type EmailLink = z.infer<typeof EmailLink>;

export function identityRef(identity: Identity): Ref {
  return { partition: `identity:${identityKey(identity)}`, id: 'link' };
}

export function emailRef(email: string): Ref {
  return { partition: `email:${email.trim().toLowerCase()}`, id: 'link' };
}

export function personRef(person: PersonId): Ref {
  return { partition: `person:${person}`, id: 'person' };
}

/** The write that ties an identity to a person. */
export function linkIdentity(
  identity: Identity,
  link: {
    readonly person: PersonId;
    readonly by: NonNullable<IdentityLink['linkedBy']>;
    readonly at: Temporal.Instant;
  },
  before?: { readonly link: IdentityLink; readonly etag: string },
): Write {
  const body: IdentityLink = {
    ...(before?.link ?? { v: 1 }),
    person: link.person,
    linkedBy: link.by,
    linkedAt: link.at.toString(),
  };
  return {
    kind: 'put',
    ref: identityRef(identity),
    type: 'identity',
    body,
    guard: before ? { etag: before.etag } : 'must-not-exist',
  };
}
