import { readFileSync } from 'node:fs';
import type { Heard, IntentName, Understanding } from '../../core/intent.ts';
import type { AddedPhrase } from '../../core/phrases.ts';
import type { SpottedSchool } from '../schools/school-index.ts';
import { type Ranking, ranker, type Shares } from './classify/classifier.ts';
import { noticedIn } from './classify/features.ts';
import { withoutNames } from './classify/mask.ts';
import { putFirst } from './classify/put-first.ts';
import { type Model, unpackModel } from './classify/weights-file.ts';
import { ANSWERED_BY, type ConcernOrNone, concernIn } from './concerns/concern-in.ts';
import { isInstruction } from './concerns/spot-instruction.ts';
import { entityReader } from './entities/read-entities.ts';
import { addedPhrases } from './hear/added-phrases.ts';
import { bareCommand } from './hear/bare-command.ts';
import { followOn } from './hear/follow-on.ts';
import { withoutCourtesies } from './hear/politeness.ts';
import { readerRoles } from './hear/reader-roles.ts';
import { splitAsks } from './hear/split-asks.ts';
import type { Speaking, UnderstandingParts } from './parts.ts';

/** What was learnt from labelled messages: what tells wishes apart, and what tells concerns. */
export interface Models {
  readonly wishes: Model;
  readonly concerns: Model;
}

/** The models as shipped. */
export function shippedModels(): Models {
  const read = (file: string) => unpackModel(readFileSync(new URL(file, import.meta.url)));
  return { wishes: read('./classify/weights.bin'), concerns: read('./concerns/weights.bin') };
}

/** Reads messages the same way every time: no clock, no network, nothing learnt at run time. */
export interface Understander {
  /** What the message asks, and whether a concern comes before it. Never throws for anything a person may type. */
  understand(text: string, speaking: Speaking): Understanding;
  /** The same reader with other added phrases: for seeing what a phrase would change. */
  withPhrases(phrases: readonly AddedPhrase[]): Understander;
}

interface Read {
  readonly schools: readonly SpottedSchool[];
  readonly ranking: Ranking;
  /** As it would be without added phrases: concerns are judged by this, so that no phrase can hide one. */
  readonly own: Ranking;
  /** Asked for once, of the whole message. */
  readonly concerns: () => Shares<ConcernOrNone>;
  /** Set when the whole of it is an added phrase. */
  readonly given?: AddedPhrase;
}

/** `models`: in place of those shipped, when others are being measured. */
export function createUnderstanding(parts: UnderstandingParts, models: Models = shippedModels()): Understander {
  const { sureFrom } = models.wishes;
  const rankWishes = ranker<IntentName>(models.wishes);
  const rankConcerns = ranker<ConcernOrNone>(models.concerns);
  const readEntities = entityReader(parts);
  let phrases: readonly AddedPhrase[] = [];
  let added = addedPhrases(phrases);

  function reader(speaking: Speaking): (text: string) => Read {
    const roles = readerRoles(speaking.roles);
    const index = parts.schools();
    const current = parts.phrases?.() ?? phrases;
    if (current !== phrases) {
      phrases = current;
      added = addedPhrases(phrases);
    }
    const known = new Map<string, Read>();
    return (text) => {
      const before = known.get(text);
      if (before) return before;
      const schools = index.spot(text, speaking.prefer ? { prefer: speaking.prefer } : {});
      const unnamed = withoutNames(text, schools);
      const noticed = noticedIn(unnamed, roles);
      const own = rankWishes(noticed);
      const given = added(text) ?? added(unnamed);
      const ranking = given ? putFirst(own, given.intent, GIVEN) : own;
      const read = { schools, ranking, own, concerns: () => rankConcerns(noticed), ...(given ? { given } : {}) };
      known.set(text, read);
      return read;
    };
  }

  function heard(text: string, read: Read, speaking: Speaking, settled?: IntentName): Heard {
    const { schools, ranking, given } = read;
    const ordered = settled ? putFirst(ranking, settled, SETTLED) : ranking;
    const intents = ordered.slice(0, 3);
    return {
      text: settled === undefined ? (given?.as ?? text) : text,
      intents,
      entities: readEntities(text, schools, intents[0]?.name, speaking.at),
      sure: settled !== undefined || (intents[0]?.confidence ?? 0) >= sureFrom,
    };
  }

  function understand(typed: string, speaking: Speaking): Understanding {
    const text = typed.slice(0, LONGEST_READ);
    const read = reader(speaking);
    const asked = withoutCourtesies(text);
    const whole = read(asked);
    if (isInstruction(text)) return { asks: [heard(text, read(text), speaking, 'out_of_scope')], followsOn: false };

    const follows = followOn(asked, speaking.topic, whole.schools.length > 0);
    const concern = concernIn(text, {
      wish: { ranking: whole.own, sureFrom },
      // A reply of a word or two is too little to hear a worry in: there the rules alone decide.
      concern: { ranking: follows ? [] : whole.concerns(), sureFrom: models.concerns.sureFrom },
    });
    if (concern) {
      return { concern, asks: [heard(text, read(text), speaking, ANSWERED_BY[concern])], followsOn: false };
    }
    if (follows) return { asks: [heard(asked, whole, speaking, follows.intent)], followsOn: true };
    const command = bareCommand(asked);
    if (command) return { asks: [heard(asked, whole, speaking, command)], followsOn: false };

    const several = whole.given ? undefined : splitAsks(asked, whole.ranking, (part) => read(part).ranking);
    return { asks: (several ?? [asked]).map((part) => heard(part, read(part), speaking)), followsOn: false };
  }

  const withPhrases = (others: readonly AddedPhrase[]) =>
    createUnderstanding({ ...parts, phrases: () => others }, models);
  return { understand, withPhrases };
}

/** Characters read of a message: more than anybody asks in, and an end to the work one message can make. */
const LONGEST_READ = 4_000;
/** Shares given to what is not left to the classifier: a rule, and an authority's own phrase. */
const SETTLED = 0.95;
const GIVEN = 0.98;
