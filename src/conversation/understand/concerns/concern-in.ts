import type { Concern, IntentName } from '../../../core/intent.ts';
import type { Ranking, Shares } from '../classify/classifier.ts';
import { graver, spotConcern } from './spot-concern.ts';

/** What the concern reader tells apart. */
export type ConcernOrNone = Concern | 'none';

/** What two trained readers make of a message. */
export interface HeardOf {
  /** The wish, and from which share it is sure. */
  readonly wish: { readonly ranking: Ranking; readonly sureFrom: number };
  /** The concern, and from which share it counts. */
  readonly concern: { readonly ranking: Shares<ConcernOrNone>; readonly sureFrom: number };
}

/**
 * Rules first; a reader trained on worried, angry and frightened messages hears what no rule foresaw. The graver of the two counts.
 * Only the mildest concern, a wish for a person, yields to another wish that is sure: "who do I ring about our visit" asks for a
 * name.
 */
export function concernIn(text: string, { wish, concern }: HeardOf): Concern | undefined {
  const first = wish.ranking[0];
  const found = graver(spotConcern(text), mayHear(text, wish) ? heardAsConcern(concern, first) : undefined);
  if (!first || (found && found !== 'wants_a_person')) return found;
  if (first.name === 'handoff_to_human') return found || first.confidence >= HEARD_WISH ? 'wants_a_person' : undefined;
  return found && (first.confidence < wish.sureFrom || UNTELLING.has(first.name)) ? found : undefined;
}

/** The trained reader says nothing of a word or two, nor of a message that is surely some other wish. */
function mayHear(text: string, { ranking: [first], sureFrom }: HeardOf['wish']): boolean {
  if (text.trim().split(/\s+/, ENOUGH_WORDS).length < ENOUGH_WORDS) return false;
  return !first || first.confidence < sureFrom || isOpenToConcern(first.name);
}

function heardAsConcern({ ranking, sureFrom }: HeardOf['concern'], wish: Ranking[number] | undefined) {
  const none = ranking.find(({ name }) => name === 'none')?.confidence ?? 1;
  const likeliest = ranking.find(({ name }) => name !== 'none')?.name;
  if (!likeliest || likeliest === 'none') return undefined;
  const likely = wish !== undefined && wish.confidence >= LIKELY_WISH && !isOpenToConcern(wish.name);
  const enough = likely || likeliest === 'wants_a_person' ? Math.max(sureFrom, AGAINST_A_WISH) : sureFrom;
  return 1 - none >= enough ? likeliest : undefined;
}

function isOpenToConcern(name: IntentName): boolean {
  return name === 'handoff_to_human' || UNTELLING.has(name);
}

/** A wish this likely yields only to a concern likelier than the other, and so does everything to a mere wish for a person. */
const LIKELY_WISH = 0.5;
const AGAINST_A_WISH = 0.6;
/** In fewer words than this a trained reader hears what is not there. */
const ENOUGH_WORDS = 4;
const HEARD_WISH = 0.5;
/** Intents that do not show the person meant something else than to be heard by somebody. */
const UNTELLING: ReadonlySet<IntentName> = new Set(['help', 'thanks', 'out_of_scope']);

/** The intent under which each concern's answer is given. */
export const ANSWERED_BY: Readonly<Record<Concern, IntentName>> = {
  safeguarding: 'handoff_to_human',
  distress: 'handoff_to_human',
  wants_a_person: 'handoff_to_human',
  complaint: 'handoff_to_human',
  staff_capability: 'handoff_to_human',
  pupil_detail: 'out_of_scope',
};
