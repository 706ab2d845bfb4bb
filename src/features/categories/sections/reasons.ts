import { citations } from '../../../core/citations.ts';
import type { Framework } from '../../../core/framework.ts';
import { criterionById, type FoundCriterion } from '../../../core/framework-lookups.ts';
import { sentenceCase } from '../../../core/wording.ts';
import { levelOnRecord } from '../level-on-record.ts';
import type { Communicated, Reason } from '../schema.ts';
import type { Voice } from '../voice.ts';
import type { Section } from './section.ts';

/** Why: the criteria the adviser named and the words they wrote. Silent where nothing was recorded. */
export function reasonsSection(framework: Framework, current: Communicated | undefined, voice: Voice): Section {
  const word = framework.terms.level.singular;
  const base = { id: 'reasons', title: 'Why' } as const;
  if (!current) return { ...base, lead: `There is no ${word} on record to explain.` };
  const footnotes = [
    `A ${word} is set by a conversation between the school and its ${framework.terms.adviser.singular}, then ratified. No figure decides it on its own.`,
  ];
  const level = levelOnRecord(framework, current);
  const reasons = current.reasons.map((reason) => ({ ...reason, found: criterionOf(framework, current, reason) }));
  const items = reasons.map(inWords).filter((item) => item !== '');
  if (items.length === 0) {
    return {
      ...base,
      lead: `No reasons are written on the record. ${whoKnows(voice)}`,
      footnotes,
      ...(level ? { source: citations(framework, [level.title.source]) } : {}),
    };
  }
  return {
    ...base,
    lead: items.length === 1 ? 'One reason is recorded.' : `${items.length} reasons are recorded.`,
    aloud: `${items.length === 1 ? 'One reason is recorded' : `${items.length} reasons are recorded`}. ${items.join(' ')}`,
    lists: [{ heading: '', items }],
    footnotes,
    source: citations(
      framework,
      reasons.flatMap(({ found }) => (found ? [found.criterion.source] : [])),
    ),
  };
}

/** Criteria are numbered within a framework: another one's "3.4" is not ours. */
function criterionOf(framework: Framework, current: Communicated, reason: Reason): FoundCriterion | undefined {
  return reason.criterion && current.framework === framework.id
    ? criterionById(framework, reason.criterion)
    : undefined;
}

/** What the adviser wrote comes first: it is about this school. The criterion is what every school at the level is told. */
function inWords({ criterion, note, found }: Reason & { readonly found: FoundCriterion | undefined }): string {
  const quoted = found && `“${found.part?.text ?? found.criterion.text}”`;
  const ground = quoted ?? (criterion ? `Criterion ${criterion} of an earlier framework.` : '');
  if (!note) return ground;
  return quoted ? `${note} The criterion: ${quoted}` : [ground, note].filter((part) => part !== '').join(' ');
}

function whoKnows({ reader, adviser }: Voice): string {
  return reader === 'adviser'
    ? 'What was discussed is for you to add.'
    : `${sentenceCase(adviser)} can tell you what was discussed.`;
}
