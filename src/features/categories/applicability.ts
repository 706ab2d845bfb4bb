import type { Framework } from '../../core/framework.ts';
import { applicabilityOf } from '../../core/framework-lookups.ts';
import type { ApplicabilityRule } from '../../core/framework-process.ts';
import type { Source } from '../../core/framework-source.ts';
import type { School } from '../../core/school.ts';

/** What has to be said when a framework does not simply cover a school (domain.md §12). */
export interface Applicability {
  readonly rule: Exclude<ApplicabilityRule['rule'], 'included'>;
  readonly note: string;
  readonly source: Source;
}

/** `undefined` for a school the framework covers like any other. */
export function applicabilityNote(
  framework: Framework,
  school: Pick<School, 'governance' | 'phase'>,
): Applicability | undefined {
  const found = applicabilityOf(framework, school);
  if (!found || found.rule === 'included') return undefined;
  const level = framework.terms.level.singular;
  const meaning = {
    by_agreement: `A school of this kind takes part by agreement, so a ${level} here rests on that agreement.`,
    monitor_only: `The authority keeps watch on a school of this kind but does not place it in a ${level} as it does others.`,
    excluded: `The strategy does not place a school of this kind in a ${level}.`,
  } satisfies Record<Applicability['rule'], string>;
  return {
    rule: found.rule,
    note: `${meaning[found.rule]} ${found.source.summarised ? found.note : `“${found.note}”`}`,
    source: found.source,
  };
}
