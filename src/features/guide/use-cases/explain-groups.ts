import { z } from 'zod';
import { citations } from '../../../core/citations.ts';
import type { Reply } from '../../../core/feature.ts';
import type { Framework } from '../../../core/framework.ts';
import type { JointReviewGroupKind, ReviewGroupKind } from '../../../core/framework-process.ts';
import { sentenceCase } from '../../../core/wording.ts';
import { type GuideList, guideAnswer } from '../answer.ts';
import { cadenceInWords } from '../cadence-in-words.ts';
import type { Parts } from '../parts.ts';

export const ExplainGroups = z.strictObject({
  /** Keys of the framework's kinds of group. Empty, and `joint` not asked for: all. */
  kinds: z.array(z.string().max(60)).max(6),
  /** Whether the joint review group of one school was asked about. */
  joint: z.boolean().default(false),
});

/** What review groups are for, who sits on them and what each oversees. */
export function explainGroups({ framework, partnership }: Parts) {
  return async (wanted: z.infer<typeof ExplainGroups>): Promise<Reply> => {
    const joint = wanted.joint ? framework.jointReviewGroup : null;
    const named = framework.groups.filter((kind) => wanted.kinds.includes(kind.key));
    const kinds = named.length > 0 || joint ? named : framework.groups;
    const [only] = kinds;
    const alone = kinds.length === 1 && !joint ? only : undefined;
    if (!alone && kinds.length === 0 && !joint) return noGroups(framework);
    return guideAnswer({
      title: alone
        ? alone.name
        : (kinds.length === 0 && joint?.name) || sentenceCase(framework.terms.reviewGroup.plural),
      lead: alone ? oneGroup(alone) : overview(kinds, joint),
      lists: [
        ...kinds.map((kind) => remit(kind, alone)),
        ...(joint ? [{ heading: kinds.length === 0 ? '' : joint.name, items: statements(joint), folded: true }] : []),
        ...(alone ? [{ heading: 'Who sits on it', items: [alone.members.text], folded: true }] : []),
        ...(joint
          ? []
          : [
              {
                heading: 'What every group is for',
                items: framework.groupsPurpose.map((line) => line.text),
                folded: true,
              },
            ]),
        ...(alone ? ours(partnership.reviewGroups.filter((group) => group.frameworkGroup === alone.key)) : []),
      ],
      notes: ['Which schools are on an agenda is for the group’s members alone.'],
      source: citations(framework, [
        ...kinds.flatMap((kind) => [kind.members.source, ...kind.remit.map((line) => line.source)]),
        ...(joint?.statements ?? []).map((line) => line.source),
      ]),
    });
  };
}

function noGroups(framework: Framework): Reply {
  const { plural } = framework.terms.reviewGroup;
  return guideAnswer({
    title: sentenceCase(plural),
    lead: `This framework has no ${plural}. Your adviser can say who oversees what here.`,
    source: '',
  });
}

function oneGroup(kind: ReviewGroupKind): string {
  return `It meets ${cadenceInWords(kind.cadence)}, chaired by the ${kind.chair.title}.`;
}

function overview(kinds: readonly ReviewGroupKind[], joint: JointReviewGroupKind | null): string {
  const [first] = kinds;
  const each = first ? `They meet ${cadenceInWords(first.cadence)}, chaired by the ${first.chair.title}.` : '';
  const own = joint ? `A ${joint.name} belongs to one school and is chaired by the ${joint.chair.title}.` : '';
  return [each, own].filter((part) => part !== '').join(' ');
}

function remit(kind: ReviewGroupKind, alone: ReviewGroupKind | undefined): GuideList {
  return { heading: alone ? 'What it does' : kind.name, items: kind.remit.map((line) => line.text), folded: !alone };
}

function statements(joint: JointReviewGroupKind): readonly string[] {
  return joint.statements.map((line) => line.text);
}

/** The authority's own groups of that kind, where it has more than the kind itself says. */
function ours(groups: readonly { readonly name: string }[]): readonly GuideList[] {
  return groups.length > 1
    ? [{ heading: 'The groups here', items: groups.map((group) => group.name), folded: true }]
    : [];
}
