import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { SchoolId } from '../../../core/ids.ts';
import { sentenceCase } from '../../../core/wording.ts';
import { historyLead, spellInWords } from '../history-in-words.ts';
import { during, timelineOf } from '../level-timeline.ts';
import type { Parts } from '../parts.ts';
import { readToldLevels } from '../past-levels.ts';
import { readSchool } from '../records.ts';

export const ShowHistory = z.strictObject({
  school: SchoolId,
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  level: z.string().max(60).optional(),
});
export type ShowHistory = z.infer<typeof ShowHistory>;

/** As many as a phone shows without tiring anybody: more years than records are kept, and a change or two. */
const SHOWN = 10;

/**
 * What a school was told its level is, over time, each as it was called then. For those who may know its level and why: that
 * heads of one phase may know each other's level of today opens nobody's past.
 */
export function showHistory(parts: Parts) {
  return async (wanted: ShowHistory, asking: Asking): Promise<Reply> => {
    const school = await readSchool(parts.store, wanted.school);
    if (!school || !parts.needToKnow.may(asking.viewer, 'reasons', school, asking.today)) throw notYoursToKnow();
    const { framework } = parts;
    const { told, past } = await readToldLevels(parts.store, school.id);
    const spells = timelineOf(told, past);
    const today = asking.today.toString();
    const period =
      wanted.from === undefined || wanted.to === undefined ? undefined : { from: wanted.from, to: wanted.to };
    const listed = period ? during(spells, period.from, period.to) : spells;
    const lead = historyLead(framework, spells, { period, level: wanted.level });
    const rows = listed.toReversed().map((spell) => spellInWords(framework, spell, today));
    return {
      card: 'categories/history',
      data: {
        title: `${sentenceCase(framework.terms.level.singular)} over time`,
        name: school.name,
        lead,
        rows: rows.slice(0, SHOWN),
        more: rows.length > SHOWN ? `and ${rows.length - SHOWN} earlier` : '',
        school: school.id,
      },
      summary: `${school.name}. ${lead}`,
      sensitivity: 'restricted',
      topic: { school: school.id },
      disclosures: [{ school: school.id, outcome: 'disclosed', what: 'level over time' }],
    };
  };
}
