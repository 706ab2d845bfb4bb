import { command, type Feature } from '../../core/feature.ts';
import type { Parts } from './parts.ts';
import { recogniseTrailQuestion } from './recognise.ts';
import { ShowOwnTrail, showOwnTrail } from './use-cases/show-own-trail.ts';
import { ShowSchoolTrail, showSchoolTrail } from './use-cases/show-school-trail.ts';

/** Who was shown what, or told no: for those who answer for it, and for each person their own. */
export function audit(parts: Parts): Feature {
  return {
    key: 'audit',
    commands: [
      command({ verb: 'audit.school', kind: 'read', schema: ShowSchoolTrail, run: showSchoolTrail(parts) }),
      command({ verb: 'audit.mine', kind: 'read', schema: ShowOwnTrail, run: showOwnTrail(parts) }),
    ],
    hears: {},
    recognises: (text, asking) => recogniseTrailQuestion(parts, text, asking),
  };
}
