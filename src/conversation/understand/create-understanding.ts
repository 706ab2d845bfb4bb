import { readFileSync } from 'node:fs';
import type { Concern, Heard, IntentName, Understanding } from '../../core/intent.ts';
import type { Role } from '../../core/people.ts';
import type { SpottedSchool } from '../schools/school-index.ts';
import { type Classify, classifier, type Ranking } from './classify/classifier.ts';
import { withoutNames } from './classify/mask.ts';
import { type Model, unpackModel } from './classify/weights-file.ts';
import { spotConcern } from './concerns/spot-concern.ts';
import { isInstruction } from './concerns/spot-instruction.ts';
import { entityReader } from './entities/read-entities.ts';
import { addedPhrases } from './hear/added-phrases.ts';
import { followOn } from './hear/follow-on.ts';
import { withoutCourtesies } from './hear/politeness.ts';
import { waysToSplit } from './hear/split-asks.ts';
import type { Speaking, UnderstandingParts } from './parts.ts';

const WEIGHTS = new URL('./classify/weights.bin', import.meta.url);

/** Reads messages the same way every time: no clock, no network, nothing learnt at run time. */
export interface Understander {
  understand(text: string, speaking: Speaking): Understanding;
}

/** `model`: in place of the one shipped, when another is being measured. */
export function createUnderstanding(
  parts: UnderstandingParts,
  model: Model = unpackModel(readFileSync(WEIGHTS)),
): Understander {
  const classify = classifier(model);
  const readEntities = entityReader(parts);
  const added = addedPhrases(parts.phrases ?? []);

  function rank(text: string, schools: readonly SpottedSchool[], roles: readonly string[]): Ranking {
    const given = added(text);
    const ranking = classify(withoutNames(text, schools), roles);
    return given ? putFirst(ranking, given.intent, 0.98) : ranking;
  }

  function hear(text: string, ranking: Ranking, speaking: Speaking, sure?: boolean): Heard {
    const schools = parts.schools().spot(text, speaking.prefer ? { prefer: speaking.prefer } : {});
    const intents = ranking.slice(0, 3);
    return {
      text,
      intents,
      entities: readEntities(text, schools, intents[0]?.name, speaking.at),
      sure: sure ?? (intents[0]?.confidence ?? 0) >= model.sureFrom,
    };
  }

  function understand(text: string, speaking: Speaking): Understanding {
    const roles = readerRoles(speaking.roles);
    const spot = (part: string) => parts.schools().spot(part, speaking.prefer ? { prefer: speaking.prefer } : {});
    const rankPart = (part: string) => rank(part, spot(part), roles);
    const core = withoutCourtesies(text);
    const ranking = rankPart(core);

    if (isInstruction(text)) {
      return { asks: [hear(text, putFirst(ranking, 'out_of_scope', 0.97), speaking, true)], followsOn: false };
    }
    const concern = spotConcern(text);
    if (concern) {
      return {
        concern,
        asks: [hear(text, putFirst(ranking, ANSWERED_BY[concern], 0.95), speaking, true)],
        followsOn: false,
      };
    }
    const follows = followOn(core, speaking.topic, spot(core).length > 0);
    if (follows?.intent) {
      return { asks: [hear(core, putFirst(ranking, follows.intent, 0.9), speaking, true)], followsOn: true };
    }
    const split = follows ? undefined : splitAsks(core, ranking, rankPart);
    if (split) return { asks: split.map(({ part, ranking: own }) => hear(part, own, speaking)), followsOn: false };
    return { asks: [hear(core, ranking, speaking)], followsOn: follows !== undefined };
  }

  return { understand };
}

const ANSWERED_BY: Readonly<Record<Concern, IntentName>> = {
  safeguarding: 'handoff_to_human',
  distress: 'handoff_to_human',
  wants_a_person: 'handoff_to_human',
  complaint: 'handoff_to_human',
  staff_capability: 'handoff_to_human',
  pupil_detail: 'out_of_scope',
};

/** The roles as the training messages know them. */
function readerRoles(roles: readonly Role[]): readonly string[] {
  if (roles.length === 0) return ['none'];
  const known = roles.map((role) =>
    role === 'senior_adviser'
      ? 'adviser'
      : role === 'head_of_service'
        ? 'officer'
        : role === 'review_group_member'
          ? 'headteacher'
          : role,
  );
  return [...new Set(known)];
}

function putFirst(ranking: Ranking, name: IntentName, confidence: number): Ranking {
  const others = ranking.filter((one) => one.name !== name);
  const left = others.reduce((sum, one) => sum + one.confidence, 0) || 1;
  return [
    { name, confidence },
    ...others.map((one) => ({ ...one, confidence: (one.confidence / left) * (1 - confidence) })),
  ];
}

interface Part {
  readonly part: string;
  readonly ranking: Ranking;
}

const PART_SURE = 0.7;
const COURTESIES: ReadonlySet<IntentName> = new Set(['greeting', 'thanks']);

/** Cuts a message where both sides are plainly wishes of their own, and different ones. Otherwise it is one wish. */
function splitAsks(text: string, whole: Ranking, rankPart: (part: string) => Ranking): readonly Part[] | undefined {
  let best: { parts: readonly Part[]; weakest: number } | undefined;
  for (const way of waysToSplit(text)) {
    const read = way.map((part) => ({ part, ranking: rankPart(part) }));
    const parts = read.filter(({ ranking }) => !COURTESIES.has(ranking[0]?.name ?? 'greeting'));
    if (parts.length < 2) continue;
    const names = new Set(parts.map(({ ranking }) => ranking[0]?.name));
    if (names.size !== parts.length || !names.has(whole[0]?.name)) continue;
    const weakest = Math.min(...parts.map(({ ranking }) => ranking[0]?.confidence ?? 0));
    if (weakest >= PART_SURE && (!best || weakest > best.weakest)) best = { parts, weakest };
  }
  return best?.parts;
}

export type { Classify };
