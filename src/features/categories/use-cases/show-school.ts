import { z } from 'zod';
import { type AcademicYear, academicYearOf, yearBefore } from '../../../core/academic-year.ts';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { levelByKey } from '../../../core/framework-lookups.ts';
import { SchoolId } from '../../../core/ids.ts';
import { InspectionRecord, inspectionRef } from '../../../core/inspection.ts';
import type { School } from '../../../core/school.ts';
import type { Store } from '../../../core/store.ts';
import { readLedger } from '../../visits/index.ts';
import type { Parts } from '../parts.ts';
import { readCommunicated, readPlan, readSchool } from '../records.ts';
import type { Communicated } from '../schema.ts';
import { schoolCard } from '../school-card.ts';
import { adviserSection } from '../sections/adviser.ts';
import { expectSection } from '../sections/expect.ts';
import { levelSection } from '../sections/level.ts';
import { ofstedSection } from '../sections/ofsted.ts';
import { reasonsSection } from '../sections/reasons.ts';
import { SECTION_FACT, type Section, SectionId } from '../sections/section.ts';
import { visitsSection } from '../sections/visits.ts';
import { strapline } from '../strapline.ts';

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
    const shown = inOrder(wanted.about).filter((id) =>
      parts.needToKnow.may(asking.viewer, SECTION_FACT[id], school, asking.today),
    );
    const records = await readRecords(parts.store, school, academicYearOf(asking.today), shown);
    const level = records.current ? levelByKey(parts.framework, records.current.level) : undefined;
    const sections: Record<SectionId, () => Section> = {
      level: () => levelSection(parts.framework, records),
      reasons: () => reasonsSection(parts.framework, records.current),
      visits: () => visitsSection(parts.framework, { ...records, level, today: asking.today }),
      expect: () => expectSection(parts.framework, level, records.plan),
      adviser: () =>
        adviserSection(parts.framework, parts.partnership, parts.colleagues.adviserOf(school, asking.today)),
      ofsted: () => ofstedSection(parts.framework, records.inspection),
    };
    return {
      ...schoolCard({
        school: school.id,
        name: school.name,
        strapline: strapline(school, parts.partnership),
        sections: shown.map((id) => sections[id]()),
        mayChallenge: parts.needToKnow.may(asking.viewer, 'challenge', school, asking.today),
        levelWord: parts.framework.terms.level.singular,
        ...(level ? { level: { key: level.key, inSentence: level.inSentence } } : {}),
      }),
      sensitivity: 'restricted',
      topic: { school: school.id },
      disclosures: [{ school: school.id, outcome: 'disclosed', what: shown.join(', ') }],
    };
  };
}

function inOrder(first: SectionId): readonly SectionId[] {
  return [first, ...SectionId.options.filter((id) => id !== first)];
}

async function readRecords(store: Store, school: School, year: AcademicYear, shown: readonly SectionId[]) {
  // Who may only know the adviser has nothing else read on their behalf.
  const all = shown.includes('level');
  const [current, ledger, plan, inspection] = await Promise.all([
    all ? readCommunicated(store, school.id, year) : undefined,
    readLedger(store, school.id, year),
    all ? readPlan(store, school.id, year) : undefined,
    readInspection(store, school.id),
  ]);
  const previous = all && !current ? await readCommunicated(store, school.id, yearBefore(year)) : undefined;
  return { year, ledger, plan, inspection, ...optional(current, previous) };
}

function optional(current: Communicated | undefined, previous: Communicated | undefined) {
  return { ...(current ? { current } : {}), ...(previous ? { previous } : {}) };
}

async function readInspection(store: Store, school: SchoolId): Promise<InspectionRecord | undefined> {
  const found = await store.get(inspectionRef(school));
  return found ? InspectionRecord.parse(found.body) : undefined;
}
