import { notYoursToKnow } from '../../core/disclosure.ts';
import type { Asking, Call, Feature } from '../../core/feature.ts';
import type { Entities, Heard } from '../../core/intent.ts';
import { Refusal } from '../../core/refusal.ts';
import { schoolsWithin } from '../../core/scope.ts';
import type { Parts } from './parts.ts';
import { SECTION_FACT, type SectionId } from './sections/section.ts';
import { whichSchool } from './which-school.ts';

/** What each question means here. Questions about a level in general, with no school in them, go to the guide. */
export function categoryIntents(parts: Parts): Feature['hears'] {
  const about =
    (section: SectionId) =>
    (heard: Heard, asking: Asking): Call =>
      aboutSchool(parts, section, heard, asking);
  return {
    ask_category: (heard, asking) => {
      if (/\b(proposed|pending|ratified|not (yet )?(been )?(communicated|shared|told))\b/i.test(heard.text)) {
        return { verb: 'categories.pending', data: {} };
      }
      if (heard.entities.scope) return caseload(heard, asking, 'level');
      if (heard.entities.schools.length === 0 && /\bofsted\b/i.test(heard.text)) return about('ofsted')(heard, asking);
      return about('level')(heard, asking);
    },
    explain_category: (heard, asking) =>
      inGeneral(heard.entities) ? theLevel(heard.entities) : about('reasons')(heard, asking),
    entitlement_visits: (heard, asking) => {
      if (heard.entities.scope)
        return caseload(heard, asking, /\b(last|since|longest)\b/i.test(heard.text) ? 'last_visit' : 'owed');
      return inGeneral(heard.entities) ? theLevel(heard.entities) : about('visits')(heard, asking);
    },
    expectations: (heard, asking) =>
      inGeneral(heard.entities) || isNobodys(parts, heard.entities, asking)
        ? theLevel(heard.entities)
        : about('expect')(heard, asking),
    who_is_adviser: (heard, asking) =>
      asking.viewer ? about('adviser')(heard, asking) : { verb: 'general.handoff', data: {} },
    challenge_category: (heard, asking) => {
      const school = whichSchool(parts, heard.entities, asking, 'challenge');
      if (school.kind !== 'one')
        return askWhich(school, (id) => ({ verb: 'categories.start-challenge', data: { school: id } }));
      return {
        verb: 'categories.start-challenge',
        data: {
          school: school.school,
          kind: /\b(review|appeal|independent|look at it again|disagree)\b/i.test(heard.text)
            ? 'review'
            : 'factual_accuracy',
          text: heard.text.slice(0, 2000),
        },
      };
    },
  };
}

function aboutSchool(parts: Parts, section: SectionId, heard: Heard, asking: Asking): Call {
  const school = whichSchool(parts, heard.entities, asking, SECTION_FACT[section]);
  if (school.kind === 'one') return { verb: 'categories.show', data: { school: school.school, about: section } };
  return askWhich(school, (id) => ({ verb: 'categories.show', data: { school: id, about: section } }));
}

function askWhich(school: Exclude<ReturnType<typeof whichSchool>, { kind: 'one' }>, call: (id: string) => Call): Call {
  if (school.kind === 'unsaid') throw new Refusal('not_understood', WHICH_SCHOOL);
  return {
    verb: 'general.which',
    data: { options: school.among.map((entry) => ({ label: entry.name, ...call(entry.id) })) },
  };
}

const WHICH_SCHOOL =
  'Which school do you mean? Tell me its name, part of it, or its URN: for example, “visits left at Hollin Lane”.';

function caseload(heard: Heard, asking: Asking, by: 'level' | 'owed' | 'last_visit'): Call {
  if (!asking.viewer) throw notYoursToKnow();
  return { verb: 'categories.caseload', data: { by, levels: [...heard.entities.levels], page: 0 } };
}

/** A level was named and no school, the speaker's own included: the answer is in the strategy, for anyone. */
function inGeneral(entities: Entities): boolean {
  return entities.levels.length > 0 && entities.schools.length === 0 && !entities.own;
}

/** Somebody with no school of their own, naming none, is asking what schools in general receive. */
function isNobodys(parts: Parts, entities: Entities, asking: Asking): boolean {
  if (entities.schools.length > 0) return false;
  for (const entry of schoolsWithin(asking.viewer, parts.directory, asking.today)) {
    if (parts.needToKnow.may(asking.viewer, 'expectations', entry, asking.today)) return false;
  }
  return true;
}

function theLevel(entities: Entities): Call {
  const [level] = entities.levels;
  return level ? { verb: 'guide.level', data: { level } } : { verb: 'guide.levels', data: {} };
}
