import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { SchoolId } from '../../../core/ids.ts';
import type { Person } from '../../../core/people.ts';
import type { School } from '../../../core/school.ts';
import { applicabilityNote } from '../applicability.ts';
import { levelOnRecord } from '../level-on-record.ts';
import type { Parts } from '../parts.ts';
import { readSchool } from '../records.ts';
import { nextQuestions, schoolCard } from '../school-card.ts';
import { readSchoolRecords, type SchoolRecords } from '../school-records.ts';
import { adviserSection } from '../sections/adviser.ts';
import { expectSection } from '../sections/expect.ts';
import { levelSection } from '../sections/level.ts';
import { ofstedSection } from '../sections/ofsted.ts';
import { reasonsSection } from '../sections/reasons.ts';
import { SECTION_FACT, type Section, SectionId } from '../sections/section.ts';
import { visitsSection } from '../sections/visits.ts';
import { strapline } from '../strapline.ts';
import { type Voice, voiceFor } from '../voice.ts';

export const ShowSchool = z.strictObject({ school: SchoolId, about: SectionId });
export type ShowSchool = z.infer<typeof ShowSchool>;

/**
 * Answers a question about one school from its records: point reads only. Refuses alike, and after the same work, when the
 * school does not exist and when the viewer may not know what was asked.
 */
export function showSchool(parts: Parts) {
  return async (wanted: ShowSchool, asking: Asking): Promise<Reply> => {
    const school = await readSchool(parts.store, wanted.school);
    if (!school || !parts.needToKnow.may(asking.viewer, SECTION_FACT[wanted.about], school, asking.today)) {
      throw notYoursToKnow();
    }
    const may = (fact: Parameters<typeof parts.needToKnow.may>[1]) =>
      parts.needToKnow.may(asking.viewer, fact, school, asking.today);
    const shown = inOrder(wanted.about).filter((id) => may(SECTION_FACT[id]));
    const records = await readSchoolRecords(parts.store, school.id, asking.today, {
      level: may('level'),
      visits: may('visits'),
      jointReviewGroup: may('joint_review_group'),
      plan: may('plan'),
      inspection: shown.includes('ofsted'),
    });
    const adviser = parts.colleagues.adviserOf(school, asking.today);
    const voice = voiceFor(asking.viewer, school, { adviser, today: asking.today });
    const make = sectionsOf(parts, { school, records, adviser, voice, asking });
    return {
      ...schoolCard({
        name: school.name,
        strapline: strapline(school, parts.partnership),
        sections: shown.map((id) => make[id]()),
        next: nextQuestions({
          school: school.id,
          level: levelOnRecord(parts.framework, records.current),
          levelPlural: parts.framework.terms.level.plural,
          shows: { level: shown.includes('level'), callFromAdviser: voice.reader === 'own_school' },
          mayChallenge: may('challenge'),
        }),
      }),
      sensitivity: 'restricted',
      topic: { school: school.id },
      disclosures: [{ school: school.id, outcome: 'disclosed', what: shown.join(', ') }],
    };
  };
}

function sectionsOf(
  { framework, partnership, colleagues }: Parts,
  about: {
    readonly school: School;
    readonly records: SchoolRecords;
    readonly adviser: Person | undefined;
    readonly voice: Voice;
    readonly asking: Asking;
  },
): Record<SectionId, () => Section> {
  const { school, records, adviser, voice, asking } = about;
  const level = levelOnRecord(framework, records.current);
  const applicability = applicabilityNote(framework, school);
  return {
    level: () => levelSection(framework, { ...records, ...(applicability ? { applicability } : {}) }, voice),
    reasons: () => reasonsSection(framework, records.current, voice),
    visits: () => visitsSection(framework, { ...records, school, level, today: asking.today }, voice),
    expect: () => expectSection(framework, level, records.plan),
    adviser: () =>
      adviserSection(
        framework,
        partnership,
        { adviser, head: colleagues.holding('head_of_service', asking.today)[0] },
        voice,
      ),
    ofsted: () => ofstedSection(framework, records.inspection),
  };
}

function inOrder(first: SectionId): readonly SectionId[] {
  return [first, ...SectionId.options.filter((id) => id !== first)];
}
