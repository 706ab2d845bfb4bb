import { command, type Feature } from '../../core/feature.ts';
import { ShowRequest, type SupportParts, WithText } from '../support/index.ts';
import { brokerageIntents } from './intents.ts';
import { brokerageStillDue } from './still-due.ts';
import { accept } from './use-cases/accept.ts';
import { askQuestion, decline, escalate, startSaying } from './use-cases/pass-back.ts';
import { Reassign, reassign, StartReassign, startReassign } from './use-cases/reassign.ts';

/** Advisers take requests on, or see that somebody does. */
export function brokerage(parts: SupportParts): Feature {
  const read = { kind: 'read', schema: ShowRequest } as const;
  const write = { kind: 'write', schema: WithText } as const;
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
    ],
    hears: brokerageIntents(),
    stillDue: brokerageStillDue(parts),
  };
}
