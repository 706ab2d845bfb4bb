import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { interventionsOf, interventionsOn } from '../../../core/framework-lookups.ts';
import { citation } from '../../../core/framework-source.ts';
import { longDate } from '../../../core/wording.ts';
import { guideAnswer } from '../answer.ts';
import type { Parts } from '../parts.ts';

export const ExplainWarningNotice = z.strictObject({
  about: z.enum(['warning_notice', 'call_in', 'finance_notice_of_concern', 'powers']),
});

/**
 * What a formal step means today. History is never served as current law: the fifteen days and the appeal to Ofsted ended
 * in April 2016, and are named only to say so (domain.md §7.2).
 */
export function explainWarningNotice({ framework }: Parts) {
  return async (wanted: z.infer<typeof ExplainWarningNotice>, asking: Asking): Promise<Reply> => {
    const [current] = interventionsOn(framework, wanted.about, asking.today);
    const notes = ['This is information, not legal advice. Your adviser can talk it through with you.'];
    if (!current) {
      return guideAnswer({
        title: 'That step',
        lead: 'This authority’s strategy holds nothing in force about that. Please ask your adviser.',
        notes,
        source: '',
      });
    }
    const before = interventionsOf(framework, wanted.about).filter((step) => !step.currentLaw);
    return guideAnswer({
      title: current.name,
      lead: current.plainEnglish,
      lists: [
        ...(current.kind === 'warning_notice'
          ? [
              { heading: 'Grounds', items: current.grounds.map((ground) => ground.text) },
              { heading: 'What has changed', items: current.statements.map((statement) => statement.text) },
            ]
          : []),
        ...(current.kind === 'call_in'
          ? [
              { heading: 'Who attends', items: current.attendees },
              { heading: 'In the document’s words', items: current.statements.map((statement) => statement.text) },
            ]
          : []),
        ...(current.kind === 'powers' ? [{ heading: 'Powers', items: current.powers.map((power) => power.text) }] : []),
        ...(current.kind === 'finance_notice_of_concern'
          ? [{ heading: 'In the document’s words', items: current.statements.map((statement) => statement.text) }]
          : []),
      ],
      notes: [
        ...notes,
        ...before.map(
          (step) =>
            `Until ${step.validTo ? longDate(step.validTo) : 'it was replaced'} it was different, and older papers still say so: ${step.plainEnglish}`,
        ),
      ],
      source: citation(framework, current.source),
      options: others(wanted.about),
    });
  };
}

function others(about: z.infer<typeof ExplainWarningNotice>['about']) {
  const all = [
    { label: 'Warning notice', about: 'warning_notice' },
    { label: 'Call-in meeting', about: 'call_in' },
    { label: 'Powers', about: 'powers' },
  ] as const;
  return all
    .filter((each) => each.about !== about)
    .map((each) => ({ label: each.label, verb: 'guide.warning-notice', data: { about: each.about } }));
}
