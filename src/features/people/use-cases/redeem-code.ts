import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { IdentityLink, identityRef, linkIdentity } from '../../../core/linking.ts';
import { identityKey } from '../../../core/people.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Store } from '../../../core/store.ts';
import { LinkCode, WrongTries } from '../schema.ts';
import type { Parts } from './issue-code.ts';

export const RedeemCode = z.strictObject({ code: z.string().max(40) });

const TRIES = 5;
const TRIES_SECONDS = 60 * 60;

/** One sentence for a wrong, used, expired or mistyped code, so that trying codes teaches nothing. */
const NO_GOOD =
  'That code doesn’t work. It may have been used, or be more than two days old. Ask the partnership team for a new one.';

/** Ties the identity that is speaking to the person the code was made for. Taken as used before it is acted on. */
export function redeemCode(parts: Parts) {
  return async (wanted: z.infer<typeof RedeemCode>, asking: Asking): Promise<Reply> => {
    if (asking.place !== 'personal') {
      throw new Refusal(
        'invalid_input',
        'Please don’t type a code in a group. Open a chat with me and type it there; if others saw it, ask for a new one.',
      );
    }
    if (asking.viewer) throw new Refusal('already_done', `I already know you as ${asking.viewer.displayName}.`);
    const tries = await countTry(parts.store, asking);
    if (tries > TRIES)
      throw new Refusal('invalid_input', 'That’s too many tries. Please wait an hour, or ask the partnership team.');

    const ref = { partition: `code:${parts.secrets.digest(wanted.code)}`, id: 'code' };
    const found = await parts.store.get(ref);
    if (!found) throw new Refusal('unknown_code', NO_GOOD);
    const code = LinkCode.parse(found.body);
    const used = await parts.store.commit([{ kind: 'delete', ref, guard: { etag: found.etag } }]);
    if (used.outcome === 'conflict') throw new Refusal('unknown_code', NO_GOOD);
    await link(parts.store, asking, code);
    const person = parts.colleagues.get(code.person);
    const sentence = `Thank you${person ? `, ${person.displayName}` : ''}. You’re linked, and I know you from now on.`;
    return {
      card: 'people/linked',
      data: { sentence },
      summary: sentence,
      sensitivity: 'restricted',
      disclosures: [
        { outcome: 'disclosed', what: `identity linked to ${code.person} by a code from ${code.issuedBy}` },
      ],
    };
  };
}

async function link(store: Store, asking: Asking, code: LinkCode): Promise<void> {
  const found = await store.get(identityRef(asking.identity));
  const before = found ? { link: IdentityLink.parse(found.body), etag: found.etag } : undefined;
  const result = await store.commit([
    linkIdentity(asking.identity, { person: code.person, by: 'one_time_code', at: asking.now }, before),
  ]);
  if (result.outcome === 'conflict')
    throw new Refusal('already_done', 'Something else changed just then. Please ask for a new code and try again.');
}

/** How often a count may find that another try got in between, before it is taken for too many. */
const ATTEMPTS = 5;

/** Counts this try among the identity's lately, many at once included: each takes a number of its own. */
async function countTry(store: Store, asking: Asking): Promise<number> {
  const ref = { partition: `identity:${identityKey(asking.identity)}`, id: 'code-tries' };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found = await store.get(ref);
    const count = (found ? WrongTries.parse(found.body).count : 0) + 1;
    const result = await store.commit([
      {
        kind: 'put',
        ref,
        type: 'code-tries',
        body: { v: 1, count },
        guard: found ? { etag: found.etag } : 'must-not-exist',
        ttlSeconds: TRIES_SECONDS,
      },
    ]);
    if (result.outcome === 'committed') return count;
  }
  return TRIES + 1;
}
