import { command, type Feature } from '../../core/feature.ts';
import { guideIntents, whatIs } from './intents.ts';
import type { Parts } from './parts.ts';
import { ExplainAlliance, explainAlliance } from './use-cases/explain-alliance.ts';
import { ExplainGroups, explainGroups } from './use-cases/explain-groups.ts';
import { ExplainTerm, explainTerm } from './use-cases/explain-term.ts';
import { ExplainWarningNotice, explainWarningNotice } from './use-cases/explain-warning-notice.ts';
import { ListSigns, listSigns } from './use-cases/list-signs.ts';
import { ShowLevel, showLevel } from './use-cases/show-level.ts';
import { ShowLevels, showLevels } from './use-cases/show-levels.ts';
import { ShowReferenceList, showReferenceList } from './use-cases/show-reference-list.ts';

/** The strategy itself: levels, criteria, words, groups, alliances and formal steps. About no school, so open to all. */
export function guide(parts: Parts): Feature {
  return {
    key: 'guide',
    commands: [
      command({ verb: 'guide.level', kind: 'read', schema: ShowLevel, run: showLevel(parts) }),
      command({ verb: 'guide.levels', kind: 'read', schema: ShowLevels, run: showLevels(parts) }),
      command({ verb: 'guide.signs', kind: 'read', schema: ListSigns, run: listSigns(parts) }),
      command({ verb: 'guide.list', kind: 'read', schema: ShowReferenceList, run: showReferenceList(parts) }),
      command({ verb: 'guide.term', kind: 'read', schema: ExplainTerm, run: explainTerm(parts) }),
      command({ verb: 'guide.groups', kind: 'read', schema: ExplainGroups, run: explainGroups(parts) }),
      command({ verb: 'guide.alliance', kind: 'read', schema: ExplainAlliance, run: explainAlliance(parts) }),
      command({
        verb: 'guide.warning-notice',
        kind: 'read',
        schema: ExplainWarningNotice,
        run: explainWarningNotice(parts),
      }),
    ],
    hears: guideIntents(parts),
    recognises: (text) => whatIs(parts, text),
  };
}
