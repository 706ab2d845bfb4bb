import { z } from 'zod';
import { type Alliance, alliancesOf, membersOn } from '../../../core/alliance.ts';
import type { Asking, Option, Reply } from '../../../core/feature.ts';
import { grantsOn } from '../../../core/people.ts';
import { listed } from '../../../core/wording.ts';
import { guideAnswer } from '../answer.ts';
import type { Parts } from '../parts.ts';

export const ExplainAlliance = z.strictObject({
  /** Its key. Left out: the asker's own. */
  alliance: z.string().max(60).optional(),
});

/** As many as there is room to offer. */
const OFFERED = 5;

/** Which schools are in an alliance, by name and nothing more: who learns together is known to all (domain.md §9, §22). */
export function explainAlliance(parts: Parts) {
  return async (wanted: z.infer<typeof ExplainAlliance>, asking: Asking): Promise<Reply> => {
    const { alliances } = parts.partnership;
    const named = alliances.find(({ key }) => key === wanted.alliance);
    const [own, ...others] = named ? [named] : ownAlliances(parts, asking);
    if (own) return oneAlliance(parts, own, others, asking);
    const offered = alliances.slice(0, OFFERED).map(asOption);
    return guideAnswer({
      title: 'Learning alliances',
      lead:
        alliances.length === 0
          ? 'No learning alliance is set up here. Your adviser can say more.'
          : 'I don’t know which is yours. Press one to see its schools.',
      source: '',
      options: offered,
    });
  };
}

function oneAlliance({ directory }: Parts, alliance: Alliance, others: readonly Alliance[], { today }: Asking): Reply {
  const schools = membersOn(alliance, today).flatMap(({ school, lead }) => {
    const entry = directory.get(school);
    return entry ? [lead ? `${entry.name} (leads the alliance)` : entry.name] : [];
  });
  const lead =
    schools.length === 0
      ? 'No school is in it at present.'
      : `${schools.length} ${schools.length === 1 ? 'school is' : 'schools are'} in it.`;
  const answer = guideAnswer({
    title: alliance.name,
    lead,
    lists: [{ heading: '', items: schools }],
    source: '',
    options: others.slice(0, OFFERED).map(asOption),
  });
  return schools.length === 0 ? answer : { ...answer, summary: `${alliance.name}. ${lead} ${listed(schools)}.` };
}

/** Those the asker's schools are in, those they lead, and those they bring together. */
function ownAlliances(
  { partnership: { alliances }, directory }: Parts,
  { viewer, today }: Asking,
): readonly Alliance[] {
  if (!viewer) return [];
  const mine = new Set<Alliance>();
  for (const { scope } of grantsOn(viewer, today)) {
    if (scope.type === 'alliance') for (const each of alliances) if (each.key === scope.id) mine.add(each);
    if (scope.type !== 'school') continue;
    for (const each of alliancesOf(alliances, scope.id, today, directory)) mine.add(each);
  }
  for (const each of alliances) {
    if (each.leads.includes(viewer.id) || each.facilitator === viewer.id) mine.add(each);
  }
  return [...mine];
}

function asOption({ key, name }: Alliance): Option {
  return { label: name, verb: 'guide.alliance', data: { alliance: key } };
}
