import type { Colleagues } from '../../core/directory.ts';
import type { Asking } from '../../core/feature.ts';
import type { Framework } from '../../core/framework.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Concern } from '../../core/intent.ts';
import type { Partnership } from '../../core/partnership.ts';
import { grantsOn } from '../../core/people.ts';
import type { PhraseReader } from '../../core/phrases.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Store } from '../../core/store.ts';
import type { LivePhrases } from './live-phrases.ts';

export interface Parts {
  readonly store: Store;
  readonly framework: Pick<Framework, 'terms'>;
  readonly partnership: Pick<Partnership, 'review'>;
  readonly colleagues: Pick<Colleagues, 'get'>;
  readonly phraseReader: PhraseReader;
  readonly live: LivePhrases;
  readonly spotConcern: (text: string) => Concern | undefined;
  /** Whether some part of the bot answers these exact words, before any phrase is looked at. */
  readonly isRecognised: (text: string, asking: Asking) => boolean;
}

/** Phrases hold for everybody, so they are for those who look after the whole authority's bot. */
export function isOfficer(asking: Asking): boolean {
  return (
    asking.viewer !== undefined &&
    grantsOn(asking.viewer, asking.today).some(({ role, scope }) => role === 'officer' && scope.type === 'authority')
  );
}

export function mustBeOfficer(asking: Asking): PersonId {
  if (asking.viewer && isOfficer(asking)) return asking.viewer.id;
  throw new Refusal(
    'not_your_role',
    'Only the partnership team can teach me what people mean. Please tell them which words I should know.',
  );
}
