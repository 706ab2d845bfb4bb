import { type Asking, command, type Feature, type Reply } from '../../core/feature.ts';
import type { IntentName } from '../../core/intent.ts';
import { cardSaysNow, ShowRequest, WithText } from '../support/index.ts';
import { deploymentIntents, recognisePractice } from './intents.ts';
import type { Parts } from './parts.ts';
import { deploymentsStillDue } from './still-due.ts';
import { TermsForm } from './terms-form.ts';
import { AgreeTerms, agreeTerms, showTerms } from './use-cases/agree-terms.ts';
import { begin } from './use-cases/begin.ts';
import { CALENDAR_FILE, calendarFile, offerCalendar } from './use-cases/calendar.ts';
import { CloseForm, closeWork, showCloseForm } from './use-cases/close.ts';
import { ImpactForm, recordImpact, showImpactForm } from './use-cases/impact.ts';
import { MidpointForm, reviewMidpoint, showMidpointForm } from './use-cases/midpoint.ts';
import { ShowPractice, showPractice } from './use-cases/practice.ts';
import { putTerms } from './use-cases/put-terms.ts';
import { RecordInWords, recordInWords } from './use-cases/record.ts';
import { type SaidDeed, sayWork, startSayingWork } from './use-cases/say-something.ts';
import { showTermsForm } from './use-cases/terms-form.ts';
import { recordVisit, StartVisit, showVisitForm, VisitForm } from './use-cases/visit.ts';

export type { Parts as DeploymentsParts } from './parts.ts';

/** The work itself: terms both headteachers agree, visits, reviews, what changed, and what it cost. */
export function deployments(parts: Parts, otherwise: (intent: IntentName, asking: Asking) => Promise<Reply>): Feature {
  const about = { kind: 'read', schema: ShowRequest } as const;
  const saying = (name: string, deed: SaidDeed) => [
    command({ verb: `deployments.start-${name}`, ...about, run: startSayingWork(parts, deed) }),
    command({ verb: `deployments.${name}`, kind: 'write', schema: WithText, run: sayWork(parts, deed) }),
  ];
  return {
    key: 'deployments',
    commands: [
      command({ verb: 'deployments.terms-form', ...about, run: showTermsForm(parts) }),
      command({ verb: 'deployments.put-terms', kind: 'write', schema: TermsForm, run: putTerms(parts) }),
      command({ verb: 'deployments.terms', ...about, run: showTerms(parts) }),
      command({ verb: 'deployments.agree', kind: 'write', schema: AgreeTerms, run: agreeTerms(parts) }),
      ...saying('question', 'question_terms'),
      ...saying('answer', 'answer_terms'),
      ...saying('part', 'part_ways'),
      command({ verb: 'deployments.begin', kind: 'write', schema: ShowRequest, run: begin(parts) }),
      command({ verb: 'deployments.visit-form', kind: 'read', schema: StartVisit, run: showVisitForm(parts) }),
      command({ verb: 'deployments.visit', kind: 'write', schema: VisitForm, run: recordVisit(parts) }),
      command({ verb: 'deployments.midpoint-form', ...about, run: showMidpointForm(parts) }),
      command({ verb: 'deployments.midpoint', kind: 'write', schema: MidpointForm, run: reviewMidpoint(parts) }),
      ...saying('final', 'complete'),
      command({ verb: 'deployments.impact-form', ...about, run: showImpactForm(parts) }),
      command({ verb: 'deployments.impact', kind: 'write', schema: ImpactForm, run: recordImpact(parts) }),
      command({ verb: 'deployments.close-form', ...about, run: showCloseForm(parts, 'close') }),
      command({ verb: 'deployments.close', kind: 'write', schema: CloseForm, run: closeWork(parts, 'close') }),
      command({ verb: 'deployments.stop-form', ...about, run: showCloseForm(parts, 'stop') }),
      command({ verb: 'deployments.stop', kind: 'write', schema: CloseForm, run: closeWork(parts, 'stop') }),
      command({ verb: 'deployments.calendar', ...about, run: offerCalendar(parts) }),
      command({ verb: 'deployments.practice', kind: 'read', schema: ShowPractice, run: showPractice(parts) }),
      command({
        verb: 'deployments.record',
        kind: 'read',
        schema: RecordInWords,
        run: recordInWords(parts, otherwise),
      }),
    ],
    hears: deploymentIntents(),
    recognises: recognisePractice,
    stillDue: deploymentsStillDue(parts),
    saysNow: cardSaysNow(parts, deploymentsStillDue(parts)),
    files: { [CALENDAR_FILE]: calendarFile(parts) },
  };
}
