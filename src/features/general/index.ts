import { command, type Feature } from '../../core/feature.ts';
import type { Store } from '../../core/store.ts';
import { intentLabel } from './intent-labels.ts';
import { generalIntents } from './intents.ts';
import type { Parts } from './parts.ts';
import { startersFor } from './starters.ts';
import { Choose, choose, Which, which } from './use-cases/choose.ts';
import { AnswerConcern, answerConcern } from './use-cases/concern.ts';
import { FileReceived, fileReceived } from './use-cases/file-received.ts';
import { Greet, greet, welcome } from './use-cases/greet.ts';
import { AskForCall, askForCall, Handoff, handoff } from './use-cases/handoff.ts';
import { Help, help } from './use-cases/help.ts';
import { Home, home } from './use-cases/home.ts';
import { Later, later } from './use-cases/later.ts';
import { OutOfScope, outOfScope } from './use-cases/out-of-scope.ts';
import { Thanks, thanks } from './use-cases/thanks.ts';

export { intentLabel, later, startersFor };

/** Hellos, help, asking back, people to turn to, and a true word on what the bot does not do. */
export function general(parts: Parts & { readonly store: Store }): Feature {
  return {
    key: 'general',
    commands: [
      command({ verb: 'general.greet', kind: 'read', schema: Greet, run: greet(parts) }),
      command({ verb: 'general.welcome', kind: 'read', schema: Greet, run: welcome(parts) }),
      command({ verb: 'general.help', kind: 'read', schema: Help, run: help(parts) }),
      command({ verb: 'general.home', kind: 'read', schema: Home, run: home(parts) }),
      command({ verb: 'general.file-received', kind: 'read', schema: FileReceived, run: fileReceived() }),
      command({ verb: 'general.thanks', kind: 'read', schema: Thanks, run: thanks() }),
      command({ verb: 'general.out-of-scope', kind: 'read', schema: OutOfScope, run: outOfScope(parts) }),
      command({ verb: 'general.choose', kind: 'read', schema: Choose, run: choose(parts) }),
      command({ verb: 'general.which', kind: 'read', schema: Which, run: which() }),
      command({ verb: 'general.concern', kind: 'read', schema: AnswerConcern, run: answerConcern(parts) }),
      command({ verb: 'general.handoff', kind: 'read', schema: Handoff, run: handoff(parts) }),
      command({ verb: 'general.ask-for-call', kind: 'write', schema: AskForCall, run: askForCall(parts) }),
      command({ verb: 'general.later', kind: 'read', schema: Later, run: later(parts) }),
    ],
    hears: generalIntents(),
    home: () => [{ verb: 'general.home', data: {} }],
    starters: (asking) => startersFor(asking.viewer, parts.framework.terms, asking.today),
  };
}
