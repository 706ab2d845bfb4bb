import type { Framework } from '../../../core/framework.ts';
import { criterionById, levelByKey } from '../../../core/framework-lookups.ts';
import { citation } from '../../../core/framework-source.ts';
import type { Communicated, Reason } from '../schema.ts';
import type { Section } from './section.ts';

/** Why: the criteria the adviser named and the words they wrote. Silent where nothing was recorded. */
export function reasonsSection(framework: Framework, current: Communicated | undefined): Section {
  const word = framework.terms.level.singular;
  const base = { id: 'reasons', title: 'Why', facts: [] } as const;
  if (!current) return { ...base, lead: `There is no ${word} on record to explain.`, lists: [], notes: [], source: '' };
  const level = levelByKey(framework, current.level);
  const notes = [
    `A ${word} is set by a conversation between the school and its ${framework.terms.adviser.singular.toLowerCase()}, then ratified. No figure decides it on its own.`,
  ];
  if (current.reasons.length === 0) {
    return {
      ...base,
      lead: 'No reasons are written on the record. Your adviser can tell you what was discussed.',
      lists: [],
      notes,
      source: level ? citation(framework, level.title.source) : '',
    };
  }
  const count = current.reasons.length;
  return {
    ...base,
    lead: count === 1 ? 'One reason is recorded.' : `${count} reasons are recorded.`,
    lists: [{ heading: 'As recorded', items: current.reasons.map((reason) => inWords(framework, reason)) }],
    notes,
    source: sources(framework, current.reasons),
  };
}

function inWords(framework: Framework, reason: Reason): string {
  const found = reason.criterion ? criterionById(framework, reason.criterion) : undefined;
  const quoted = found ? `“${found.part?.text ?? found.criterion.text}”` : '';
  return [quoted, reason.note ?? ''].filter((part) => part !== '').join(' ');
}

function sources(framework: Framework, reasons: readonly Reason[]): string {
  const cited = reasons.flatMap((reason) => {
    const found = reason.criterion ? criterionById(framework, reason.criterion) : undefined;
    return found ? [citation(framework, found.criterion.source)] : [];
  });
  return [...new Set(cited)].join('; ');
}
