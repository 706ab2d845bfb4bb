import { command, type Feature } from '../../core/feature.ts';
import type { Parts } from './parts.ts';
import { recogniser } from './recognise.ts';
import { AddPhrase, addPhrase } from './use-cases/add-phrase.ts';
import { ForgetPhrase, forgetPhrase, StartForget, startForget } from './use-cases/forget-phrase.ts';
import { ListPhrases, listPhrases } from './use-cases/list-phrases.ts';
import { DeleteUnanswered, deleteUnanswered, ListUnanswered, listUnanswered } from './use-cases/review-unanswered.ts';
import { StartPhrase, startPhrase } from './use-cases/start-phrase.ts';
import { SuggestPhrase, suggestPhrase, TryPhrase, tryPhrase } from './use-cases/try-phrase.ts';

export { keeperForReview } from './keep-for-review.ts';
export { type LivePhrases, openPhrases } from './live-phrases.ts';

/** Officers teach the bot what people mean, see what that changes first, and take it back. */
export function phrases(parts: Parts): Feature {
  const list = listPhrases(parts);
  const unanswered = listUnanswered(parts);
  return {
    key: 'phrases',
    commands: [
      command({ verb: 'phrases.start', kind: 'read', schema: StartPhrase, run: startPhrase(parts) }),
      command({ verb: 'phrases.suggest', kind: 'read', schema: SuggestPhrase, run: suggestPhrase(parts) }),
      command({ verb: 'phrases.try', kind: 'read', schema: TryPhrase, run: tryPhrase(parts) }),
      command({ verb: 'phrases.add', kind: 'write', schema: AddPhrase, run: addPhrase(parts) }),
      command({ verb: 'phrases.list', kind: 'read', schema: ListPhrases, run: (data, asking) => list(data, asking) }),
      command({ verb: 'phrases.start-forget', kind: 'read', schema: StartForget, run: startForget(parts) }),
      command({ verb: 'phrases.forget', kind: 'write', schema: ForgetPhrase, run: forgetPhrase(parts) }),
      command({
        verb: 'phrases.unanswered',
        kind: 'read',
        schema: ListUnanswered,
        run: (data, asking) => unanswered(data, asking),
      }),
      command({
        verb: 'phrases.delete-unanswered',
        kind: 'write',
        schema: DeleteUnanswered,
        run: deleteUnanswered(parts),
      }),
    ],
    hears: {},
    recognises: recogniser(parts),
  };
}
