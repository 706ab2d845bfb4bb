import { z } from 'zod';
import type { Reply } from '../../../core/feature.ts';
import type { Framework } from '../../../core/framework.ts';
import { citation } from '../../../core/framework-source.ts';
import { guideAnswer } from '../answer.ts';
import type { Parts } from '../parts.ts';

export const ExplainGroups = z.strictObject({
  /** Keys of the framework's kinds of group. Empty: all. */
  kinds: z.array(z.string().max(60)).max(6),
});

/** What review groups are for, who sits on them and what each oversees. */
export function explainGroups({ framework }: Parts) {
  return async (wanted: z.infer<typeof ExplainGroups>): Promise<Reply> => {
    const kinds = framework.groups.filter((kind) => wanted.kinds.length === 0 || wanted.kinds.includes(kind.key));
    const [only] = kinds;
    return guideAnswer({
      title: kinds.length === 1 && only ? only.name : 'Review groups',
      lead:
        kinds.length === 1 && only ? `Chaired by the ${only.chair.title}. ${only.members.text}` : overview(framework),
      lists: [
        ...kinds.map((kind) => ({
          heading: kinds.length === 1 ? 'Remit' : kind.name,
          items: kind.remit.map((line) => line.text),
        })),
        ...(kinds.length === 1
          ? []
          : [{ heading: 'What all of them are for', items: framework.groupsPurpose.map((line) => line.text) }]),
      ],
      notes: ['Who is on an agenda is for the group’s members alone.'],
      source: [...new Set(kinds.flatMap((kind) => kind.remit.map((line) => citation(framework, line.source))))].join(
        '; ',
      ),
    });
  };
}

function overview(framework: Framework): string {
  const [first] = framework.groups;
  return first
    ? `They meet to keep every school in view. Chaired by the ${first.chair.title}.`
    : 'This framework has no review groups.';
}
