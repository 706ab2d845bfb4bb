import { type Asking, type Call, command, type Feature } from '../../core/feature.ts';
import { challengeStillDue } from './challenge-messages.ts';
import { recogniseChallengeQuestion } from './challenge-words.ts';
import { categoriesHome } from './home.ts';
import { categoryIntents } from './intents.ts';
import type { Parts } from './parts.ts';
import { asksForPending } from './pending-words.ts';
import { ListAhead, listAhead } from './use-cases/list-ahead.ts';
import { ListCaseload, listCaseload } from './use-cases/list-caseload.ts';
import { OpenChallenge, openChallenge } from './use-cases/open-challenge.ts';
import { RecordOutcome, recordOutcome } from './use-cases/record-outcome.ts';
import { ShowChallenges, showChallenges } from './use-cases/show-challenges.ts';
import { ShowHistory, showHistory } from './use-cases/show-history.ts';
import { ShowPending, showPending } from './use-cases/show-pending.ts';
import { ShowSchool, showSchool } from './use-cases/show-school.ts';
import { StartChallenge, startChallenge } from './use-cases/start-challenge.ts';
import { StartOutcome, startOutcome } from './use-cases/start-outcome.ts';
import { mayKnowPending } from './waiting.ts';

export type { Parts as CategoriesParts } from './parts.ts';
export { communicatedWrites } from './past-levels.ts';
export { communicatedWrite, pendingWrite, planWrite } from './records.ts';
export { Communicated, Pending, Plan } from './schema.ts';
export { schoolSaid } from './school-said.ts';

/** What a school's level is, why, what it brings, and how to say that it is wrong. */
export function categories(parts: Parts): Feature {
  return {
    key: 'categories',
    commands: [
      command({ verb: 'categories.show', kind: 'read', schema: ShowSchool, run: showSchool(parts) }),
      command({ verb: 'categories.history', kind: 'read', schema: ShowHistory, run: showHistory(parts) }),
      command({ verb: 'categories.caseload', kind: 'read', schema: ListCaseload, run: listCaseload(parts) }),
      command({ verb: 'categories.pending', kind: 'read', schema: ShowPending, run: showPending(parts) }),
      command({ verb: 'categories.ahead', kind: 'read', schema: ListAhead, run: listAhead(parts) }),
      command({ verb: 'categories.start-challenge', kind: 'read', schema: StartChallenge, run: startChallenge(parts) }),
      command({ verb: 'categories.challenge', kind: 'write', schema: OpenChallenge, run: openChallenge(parts) }),
      command({ verb: 'categories.challenges', kind: 'read', schema: ShowChallenges, run: showChallenges(parts) }),
      command({ verb: 'categories.start-outcome', kind: 'read', schema: StartOutcome, run: startOutcome(parts) }),
      command({ verb: 'categories.outcome', kind: 'write', schema: RecordOutcome, run: recordOutcome(parts) }),
    ],
    hears: categoryIntents(parts),
    home: categoriesHome(parts),
    recognises: (text, asking) => recognise(parts, text, asking),
    stillDue: challengeStillDue(parts),
  };
}

function recognise(parts: Parts, text: string, asking: Asking): Call | undefined {
  // "We've not been told our category" in a head's mouth is a question about their own school, not about what waits.
  if (asksForPending(text) && mayKnowPending(parts, asking)) return { verb: 'categories.pending', data: {} };
  return recogniseChallengeQuestion(parts, text, asking);
}
