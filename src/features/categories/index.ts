import { command, type Feature } from '../../core/feature.ts';
import { categoriesHome } from './home.ts';
import { categoryIntents } from './intents.ts';
import type { Parts } from './parts.ts';
import { asksForPending } from './pending-words.ts';
import { ListAhead, listAhead } from './use-cases/list-ahead.ts';
import { ListCaseload, listCaseload } from './use-cases/list-caseload.ts';
import { OpenChallenge, openChallenge } from './use-cases/open-challenge.ts';
import { ShowPending, showPending } from './use-cases/show-pending.ts';
import { ShowSchool, showSchool } from './use-cases/show-school.ts';
import { StartChallenge, startChallenge } from './use-cases/start-challenge.ts';
import { mayKnowPending } from './waiting.ts';

export type { Parts as CategoriesParts } from './parts.ts';
export { communicatedWrite, pendingWrite, planWrite } from './records.ts';
export { Communicated, Pending, Plan } from './schema.ts';

/** What a school's level is, why, what it brings, and how to say that it is wrong. */
export function categories(parts: Parts): Feature {
  return {
    key: 'categories',
    commands: [
      command({ verb: 'categories.show', kind: 'read', schema: ShowSchool, run: showSchool(parts) }),
      command({ verb: 'categories.caseload', kind: 'read', schema: ListCaseload, run: listCaseload(parts) }),
      command({ verb: 'categories.pending', kind: 'read', schema: ShowPending, run: showPending(parts) }),
      command({ verb: 'categories.ahead', kind: 'read', schema: ListAhead, run: listAhead(parts) }),
      command({ verb: 'categories.start-challenge', kind: 'read', schema: StartChallenge, run: startChallenge(parts) }),
      command({ verb: 'categories.challenge', kind: 'write', schema: OpenChallenge, run: openChallenge(parts) }),
    ],
    hears: categoryIntents(parts),
    home: categoriesHome(parts),
    // "We've not been told our category" in a head's mouth is a question about their own school, not about what waits.
    recognises: (text, asking) =>
      asksForPending(text) && mayKnowPending(parts, asking) ? { verb: 'categories.pending', data: {} } : undefined,
  };
}
