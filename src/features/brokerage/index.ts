import { command, type Feature } from '../../core/feature.ts';
import { cardSaysNow, ShowRequest, type SupportParts, WithText } from '../support/index.ts';
import { Cover, showCover } from './absence/cover.ts';
import { recogniseAbsence } from './absence/recognise-absence.ts';
import { Away, Back, comeBack, StartAway, setAway, startAway } from './absence/say-away.ts';
import { brokerageIntents } from './intents.ts';
import { recogniseMatching } from './recognise-matching.ts';
import { brokerageStillDue } from './still-due.ts';
import { accept } from './use-cases/accept.ts';
import { Consent, consent, Refuse, refuse, StartRefuse, startRefuse } from './use-cases/answer-proposal.ts';
import { PartnersForSchool, partnersForSchool } from './use-cases/partners-for-school.ts';
import { askQuestion, decline, escalate, startSaying } from './use-cases/pass-back.ts';
import { Propose, propose, StartPropose, startPropose } from './use-cases/propose.ts';
import { Reassign, reassign, StartReassign, startReassign } from './use-cases/reassign.ts';
import { lookForPartner, ShowPartners, showPartners } from './use-cases/show-partners.ts';
import { ShowUnmatched, showUnmatched } from './use-cases/show-unmatched.ts';
import { startTakeBack, TakeBack, takeBack } from './use-cases/take-back.ts';

/** Advisers take requests on, or see that somebody does. */
export function brokerage(parts: SupportParts): Feature {
  const read = { kind: 'read', schema: ShowRequest } as const;
  const write = { kind: 'write', schema: WithText } as const;
  const stillDue = brokerageStillDue(parts);
  const recognisesAbsence = recogniseAbsence(parts.readDates);
  return {
    key: 'brokerage',
    commands: [
      command({ verb: 'brokerage.accept', kind: 'write', schema: ShowRequest, run: accept(parts) }),
      command({ verb: 'brokerage.start-decline', ...read, run: startSaying(parts, 'decline') }),
      command({ verb: 'brokerage.decline', ...write, run: decline(parts) }),
      command({ verb: 'brokerage.start-escalate', ...read, run: startSaying(parts, 'escalate') }),
      command({ verb: 'brokerage.escalate', ...write, run: escalate(parts) }),
      command({ verb: 'brokerage.start-ask', ...read, run: startSaying(parts, 'ask') }),
      command({ verb: 'brokerage.ask', ...write, run: askQuestion(parts) }),
      command({ verb: 'brokerage.start-reassign', kind: 'read', schema: StartReassign, run: startReassign(parts) }),
      command({ verb: 'brokerage.reassign', kind: 'write', schema: Reassign, run: reassign(parts) }),
      ...matching(parts),
      ...absence(parts),
    ],
    hears: brokerageIntents(),
    recognises: (text, asking) => recogniseMatching(text) ?? recognisesAbsence(text, asking),
    stillDue,
    saysNow: cardSaysNow(parts, stillDue),
  };
}

/** Advisers say when they are away, and see who is asked meanwhile. */
function absence(parts: SupportParts): Feature['commands'] {
  const cover = showCover(parts);
  return [
    command({ verb: 'brokerage.away', kind: 'read', schema: StartAway, run: startAway(parts) }),
    command({ verb: 'brokerage.set-away', kind: 'write', schema: Away, run: setAway(parts) }),
    command({ verb: 'brokerage.back', kind: 'write', schema: Back, run: comeBack(parts) }),
    command({ verb: 'brokerage.cover', kind: 'read', schema: Cover, run: (data, asking) => cover(data, asking) }),
  ];
}

/** Partners are looked for, asked, and answer. */
function matching(parts: SupportParts): Feature['commands'] {
  return [
    command({ verb: 'brokerage.look', kind: 'write', schema: ShowRequest, run: lookForPartner(parts) }),
    command({ verb: 'brokerage.partners', kind: 'read', schema: ShowPartners, run: showPartners(parts) }),
    command({ verb: 'brokerage.partners-for', kind: 'read', schema: PartnersForSchool, run: partnersForSchool(parts) }),
    command({ verb: 'brokerage.unmatched', kind: 'read', schema: ShowUnmatched, run: showUnmatched(parts) }),
    command({ verb: 'brokerage.start-propose', kind: 'read', schema: StartPropose, run: startPropose(parts) }),
    command({ verb: 'brokerage.propose', kind: 'write', schema: Propose, run: propose(parts) }),
    command({ verb: 'brokerage.start-take-back', kind: 'read', schema: ShowRequest, run: startTakeBack(parts) }),
    command({ verb: 'brokerage.take-back', kind: 'write', schema: TakeBack, run: takeBack(parts) }),
    command({ verb: 'brokerage.consent', kind: 'write', schema: Consent, run: consent(parts) }),
    command({ verb: 'brokerage.start-refuse', kind: 'read', schema: StartRefuse, run: startRefuse(parts) }),
    command({ verb: 'brokerage.refuse', kind: 'write', schema: Refuse, run: refuse(parts) }),
  ];
}
