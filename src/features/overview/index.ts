import { command, type Feature } from '../../core/feature.ts';
import { overviewIntents, recogniseOverview } from './intents.ts';
import type { Parts } from './parts.ts';
import { ListLate, listLate } from './use-cases/list-late.ts';
import { showOverview } from './use-cases/show-overview.ts';
import { makeRequestsFile, REQUESTS_FILE, takeAway } from './use-cases/take-away.ts';
import { WhichYear } from './which-year.ts';

/** How support between schools goes, for those who see to it. */
export function overview(parts: Parts): Feature {
  return {
    key: 'overview',
    commands: [
      command({ verb: 'overview.show', kind: 'read', schema: WhichYear, run: showOverview(parts) }),
      command({ verb: 'overview.late', kind: 'read', schema: ListLate, run: listLate(parts) }),
      command({ verb: 'overview.take-away', kind: 'read', schema: WhichYear, run: takeAway(parts) }),
    ],
    hears: overviewIntents(),
    recognises: recogniseOverview,
    files: { [REQUESTS_FILE]: makeRequestsFile(parts) },
  };
}
