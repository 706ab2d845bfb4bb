import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { citations } from '../../../core/citations.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import type { Framework } from '../../../core/framework.ts';
import type { Intervention } from '../../../core/framework-intervention.ts';
import { interventionsOf, interventionsOn } from '../../../core/framework-lookups.ts';
import { longDate } from '../../../core/wording.ts';
import { type GuideList, guideAnswer, wordsHeading } from '../answer.ts';
import type { Parts } from '../parts.ts';

const Step = z.enum(['warning_notice', 'call_in', 'finance_notice_of_concern', 'powers']);
type Step = z.infer<typeof Step>;

export const ExplainWarningNotice = z.strictObject({ about: Step });

/**
 * What a formal step means today. History is never served as current law: the fifteen days and the appeal to Ofsted ended
 * in April 2016, and are named only to say so (domain.md §7.2).
 */
export function explainWarningNotice({ framework }: Parts) {
  return async (wanted: z.infer<typeof ExplainWarningNotice>, asking: Asking): Promise<Reply> => {
    const [current] = interventionsOn(framework, wanted.about, asking.today);
    const options = others(framework, wanted.about, asking.today);
    if (!current) {
      return guideAnswer({
        title: NAMES[wanted.about],
        lead: 'The strategy here has nothing in force about that. Please ask your adviser.',
        notes: [NOT_ADVICE],
        source: '',
        options,
      });
    }
    return guideAnswer({
      title: current.name,
      lead: current.plainEnglish,
      lists: lists(current),
      notes: [...history(framework, wanted.about, asking.today), NOT_ADVICE],
      source: citations(framework, [current.source, ...current.legalBasis.map((basis) => basis.source)]),
      options,
    });
  };
}

const NAMES: Record<Step, string> = {
  warning_notice: 'Warning notice',
  call_in: 'Call-in meeting',
  finance_notice_of_concern: 'Notice of concern',
  powers: 'Powers of intervention',
};

const NOT_ADVICE =
  'This is information, not legal advice, and I hold nothing here about any one school. Your adviser can talk it through with you.';

function lists(step: Intervention): readonly GuideList[] {
  const texts = (lines: readonly { readonly text: string }[]) => lines.map((line) => line.text);
  switch (step.kind) {
    case 'warning_notice':
      return [
        { heading: 'Grounds', items: texts(step.grounds) },
        { heading: 'What the notice says', items: texts(step.contents), folded: true },
        { heading: 'Who is sent it', items: texts(step.recipients), folded: true },
        { heading: 'Good to know', items: texts(step.statements), folded: true },
        { heading: 'The law', items: texts(step.legalBasis), folded: true },
      ];
    case 'call_in':
      return [
        { heading: 'Who attends', items: step.attendees },
        { heading: wordsHeading(step.statements), items: texts(step.statements), folded: true },
        { heading: 'What may lead to one', items: texts(step.factors), folded: true },
      ];
    case 'powers':
      return [
        { heading: 'Powers', items: texts(step.powers) },
        { heading: 'When they may be used', items: texts(step.statements), folded: true },
      ];
    case 'finance_notice_of_concern':
    case 'statement_of_action':
      return [{ heading: wordsHeading(step.statements), items: texts(step.statements) }];
  }
}

/** What older papers still say, each with the day it ended, and never without it. */
function history(framework: Framework, about: Step, today: Temporal.PlainDate): readonly string[] {
  return interventionsOf(framework, about).flatMap(({ validTo, plainEnglish }) =>
    validTo === undefined || validTo >= today.toString()
      ? []
      : [`Before ${longDate(Temporal.PlainDate.from(validTo).add({ days: 1 }).toString())}: ${plainEnglish}`],
  );
}

/** The steps beside this one that are in force here. */
function others(framework: Framework, about: Step, today: Temporal.PlainDate) {
  return Step.options
    .filter((step) => step !== about && interventionsOn(framework, step, today).length > 0)
    .map((step) => ({ label: NAMES[step], verb: 'guide.warning-notice', data: { about: step } }));
}
