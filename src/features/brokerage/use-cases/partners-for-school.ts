import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { FindSupport, findRequests, findSupport, mayLookFor, type SupportParts } from '../../support/index.ts';
import { showPartners } from './show-partners.ts';
import { showUnmatched } from './show-unmatched.ts';

export const PartnersForSchool = z.strictObject({
  schools: z.array(z.string().max(100)).min(1).max(5),
  /** What it means when no request of theirs is for such a school: a look in the directory. */
  otherwise: FindSupport,
});

/** "Who could help Northcliffe?" from somebody who has its request is about partners; from anybody else, about the directory. */
export function partnersForSchool(parts: SupportParts) {
  const [directory, partners, unmatched] = [findSupport(parts), showPartners(parts), showUnmatched(parts)];
  return async (wanted: z.infer<typeof PartnersForSchool>, asking: Asking): Promise<Reply> => {
    const found = asking.viewer
      ? await findRequests(parts.store, [
          { field: 'open', eq: true },
          { field: 'owner.person', eq: asking.viewer.id },
          { field: 'wish.school', in: wanted.schools },
        ])
      : [];
    const searching = found.filter((request) => mayLookFor(request));
    const [one, another] = searching;
    if (!one) return directory(wanted.otherwise, asking);
    return another ? unmatched({ schools: wanted.schools }, asking) : partners({ request: one.ref }, asking);
  };
}
