import { z } from 'zod';
import type { Reply } from '../../../core/feature.ts';
import { citation } from '../../../core/framework-source.ts';
import { sentenceCase } from '../../../core/wording.ts';
import { guideAnswer } from '../answer.ts';
import type { Parts } from '../parts.ts';

export const ShowLevels = z.strictObject({});

/** All the levels in one card, with who decides them and who oversees. */
export function showLevels({ framework }: Parts) {
  return async (): Promise<Reply> => {
    const { level: word } = framework.terms;
    return guideAnswer({
      title: `${sentenceCase(word.plural)} in ${framework.title}`,
      lead: `Each school is in one ${word.singular}. People decide it together, with the school, and it is looked at again every year.`,
      lists: [
        {
          heading: '',
          items: framework.levels.map((level) => `${level.label}: ${level.title.text}. ${level.plainEnglish}`),
        },
        { heading: 'How it is decided', items: framework.assignment.statements.map((statement) => statement.text) },
        {
          heading: 'Who oversees it',
          items: framework.groups
            .filter((group) => framework.assignment.overseenBy.includes(group.key))
            .map((group) => `${group.name}, chaired by the ${group.chair.title}`),
        },
      ],
      source: [...new Set(framework.assignment.statements.map((each) => citation(framework, each.source)))].join('; '),
      options: framework.levels.slice(0, 5).map((level) => ({
        label: level.label,
        verb: 'guide.level',
        data: { level: level.key },
      })),
    });
  };
}
