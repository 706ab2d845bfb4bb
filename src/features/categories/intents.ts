import { notYoursToKnow } from '../../core/disclosure.ts';
import type { Asking, Call, Feature } from '../../core/feature.ts';
import { speaksOfOfstedCategory } from '../../core/framework-spoken.ts';
import type { Entities, Heard } from '../../core/intent.ts';
import { Refusal } from '../../core/refusal.ts';
import { challengeQuestion } from './challenge-words.ts';
import { askedPeriod, asksForHistory } from './history-words.ts';
import type { Parts } from './parts.ts';
import { SECTION_FACT, type SectionId } from './sections/section.ts';
import { hasSchoolToAskAbout, type WhichSchool, whichSchool } from './which-school.ts';
import { worksAcrossSchools } from './works-across.ts';

/** What each question means here. Questions about a level in general, with no school in them, go to the guide. */
export function categoryIntents(parts: Parts): Feature['hears'] {
  const about =
    (section: SectionId) =>
    (heard: Heard, asking: Asking): Call =>
      aboutSchool(parts, section, heard, asking);
  return {
    ask_category: (heard, asking) => {
      const { entities, text } = heard;
      if (asksOfOnesPast(heard, asking)) return history(parts, heard, asking);
      if (entities.scope || namesOnlyLevels(entities, asking)) return caseload(heard, asking, 'level');
      if (speaksOfOfstedCategory(text) || OFSTED.test(text)) return about('ofsted')(heard, asking);
      return isAboutNoSchool(parts, heard, asking, 'level') ? theLevels(entities) : about('level')(heard, asking);
    },
    explain_category: (heard, asking) => {
      const { entities } = heard;
      if (asksOfOnesPast(heard, asking)) return history(parts, heard, asking);
      if (entities.criteria.length > 0 && entities.schools.length === 0) return signs(entities);
      if (isAboutNoSchool(parts, heard, asking, 'reasons')) return theLevels(entities);
      return about('reasons')(heard, asking);
    },
    entitlement_visits: (heard, asking) => {
      const { entities, text } = heard;
      if (entities.scope) return caseload(heard, asking, OWED.test(text) ? 'owed' : 'last_visit');
      if (isAboutNoSchool(parts, heard, asking, 'visits')) return theLevels(entities, 'visits');
      return about('visits')(heard, asking);
    },
    expectations: (heard, asking) =>
      isAboutNoSchool(parts, heard, asking, 'expect')
        ? theLevels(heard.entities, 'receives')
        : about('expect')(heard, asking),
    who_is_adviser: (heard, asking) =>
      asking.viewer ? about('adviser')(heard, asking) : { verb: 'general.handoff', data: {} },
    challenge_category: (heard, asking) => challenge(parts, heard, asking),
  };
}

const OFSTED = /\b(ofsted|inspect(ed|ion|ors?)|special measures|serious weaknesses|requires improvement)\b/i;
const OWED = /\b(owed?|owing|left|remaining|still|due|outstanding|promised)\b/i;

function aboutSchool(parts: Parts, section: SectionId, heard: Heard, asking: Asking): Call {
  const school = whichSchool(parts, heard.entities, asking, SECTION_FACT[section]);
  const show = (id: string): Call => ({ verb: 'categories.show', data: { school: id, about: section } });
  return school.kind === 'one' ? show(school.school) : askWhich(school, show);
}

/** Of one school: "how have my schools changed?" is a list's question. An Ofsted history is the Ofsted section's. */
function asksOfOnesPast({ entities, text }: Heard, asking: Asking): boolean {
  if (entities.scope || speaksOfOfstedCategory(text) || OFSTED.test(text)) return false;
  return asksForHistory(text, entities, asking.today.toString());
}

function history(parts: Parts, { entities, text }: Heard, asking: Asking): Call {
  const school = whichSchool(parts, entities, asking, 'reasons');
  const period = askedPeriod(text, entities, asking.today.toString());
  const [level] = entities.levels;
  const show = (id: string): Call => ({
    verb: 'categories.history',
    data: { school: id, ...period, ...(level !== undefined && !period ? { level } : {}) },
  });
  return school.kind === 'one' ? show(school.school) : askWhich(school, show);
}

function challenge(parts: Parts, heard: Heard, asking: Asking): Call {
  const school = whichSchool(parts, heard.entities, asking, 'challenge');
  const about = challengeQuestion(heard.text);
  if (about) {
    const show = (id: string): Call => ({ verb: 'categories.challenges', data: { school: id, about } });
    return school.kind === 'one' ? show(school.school) : askWhich(school, show);
  }
  const kind = REVIEW.test(heard.text) ? 'review' : 'factual_accuracy';
  const start = (id: string): Call => ({
    verb: 'categories.start-challenge',
    data: { school: id, kind, text: toStartFrom(heard.text) },
  });
  return school.kind === 'one' ? start(school.school) : askWhich(school, start);
}

const REVIEW = /\b(review|appeal|independent|look at (it|this) again|disagree|don.?t (accept|agree)|unfair)\b/i;

/** A short wish ("this is wrong") says nothing to send on; a longer message is what the person would otherwise type twice. */
function toStartFrom(text: string): string {
  return text.trim().split(/\s+/).length > 10 ? text.trim().slice(0, 2000) : '';
}

function askWhich(school: Exclude<WhichSchool, { kind: 'one' }>, call: (id: string) => Call): Call {
  if (school.kind === 'unsaid') {
    throw new Refusal(
      'not_understood',
      `Which school do you mean? Tell me its name, part of it, or its URN: for example, “visits left at ${school.example.name}”.`,
    );
  }
  return {
    verb: 'general.which',
    data: { options: school.among.map((entry) => ({ label: entry.name, ...call(entry.id) })) },
  };
}

function caseload(heard: Heard, asking: Asking, by: 'level' | 'owed' | 'last_visit'): Call {
  if (!asking.viewer) throw notYoursToKnow();
  return { verb: 'categories.caseload', data: { by, levels: [...heard.entities.levels], page: 0 } };
}

/** "Who is in 4?", from somebody who works with many schools and names none. */
function namesOnlyLevels(entities: Entities, asking: Asking): boolean {
  return (
    entities.levels.length > 0 &&
    entities.schools.length === 0 &&
    !entities.own &&
    asking.topic.school === undefined &&
    worksAcrossSchools(asking)
  );
}

/**
 * Nothing in the question is about one school, so the answer is in the strategy, for anyone: a level was named and no school,
 * the speaker's own included; or the speaker has no school to ask about. "Why 3?" after a school's card is about that school.
 * "What would we receive?" makes sense with no level said either; "what category?" and "how many visits left?" do not.
 */
function isAboutNoSchool(parts: Parts, { entities, text }: Heard, asking: Asking, section: SectionId): boolean {
  if (entities.schools.length > 0 || entities.own) return false;
  if (entities.levels.length === 0) {
    return section === 'expect' && !hasSchoolToAskAbout(parts, asking, SECTION_FACT[section]);
  }
  if (!hasSchoolToAskAbout(parts, asking, SECTION_FACT[section])) return true;
  return section !== 'level' && !(asking.topic.school !== undefined && /\bwhy\b|\bhow come\b/i.test(text));
}

function theLevels({ levels }: Entities, about: 'criteria' | 'receives' | 'visits' = 'criteria'): Call {
  const [first, ...others] = levels;
  if (!first) return { verb: 'guide.levels', data: {} };
  return others.length > 0
    ? { verb: 'guide.levels', data: { only: [...levels] } }
    : { verb: 'guide.level', data: { level: first, about } };
}

function signs({ criteria }: Entities): Call {
  return { verb: 'guide.signs', data: { ids: [...criteria] } };
}
