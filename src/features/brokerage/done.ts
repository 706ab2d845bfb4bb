import type { Reply } from '../../core/feature.ts';
import { type SupportRequest, whereItIsView } from '../support/index.ts';

/** What was just done to a request, in a sentence: safe for somebody who may no longer read the rest of it. */
export function done(request: SupportRequest, said: string): Reply {
  return { ...whereItIsView(request, said), queued: true };
}
