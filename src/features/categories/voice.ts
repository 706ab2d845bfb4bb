import type { Temporal } from 'temporal-polyfill';
import { grantsOn, type Person } from '../../core/people.ts';
import type { School } from '../../core/school.ts';

/** How an answer speaks of a school to the person reading it. */
export interface Voice {
  /** `own_school`: they belong to it. `adviser`: they are its adviser. `service`: they work across schools. */
  readonly reader: 'own_school' | 'adviser' | 'service';
  /** The school's adviser within a sentence: "your adviser", "you", "the school’s adviser". */
  readonly adviser: string;
}

const ADVISER: Record<Voice['reader'], string> = {
  own_school: 'your adviser',
  adviser: 'you',
  service: 'the school’s adviser',
};

export function voiceFor(
  viewer: Person | undefined,
  school: Pick<School, 'id'>,
  about: { readonly adviser: Person | undefined; readonly today: Temporal.PlainDate },
): Voice {
  const reader = readerOf(viewer, school, about);
  return { reader, adviser: ADVISER[reader] };
}

function readerOf(
  viewer: Person | undefined,
  school: Pick<School, 'id'>,
  { adviser, today }: { readonly adviser: Person | undefined; readonly today: Temporal.PlainDate },
): Voice['reader'] {
  if (!viewer) return 'service';
  if (adviser?.id === viewer.id) return 'adviser';
  const belongs = grantsOn(viewer, today).some(
    ({ role, scope }) => AT_A_SCHOOL.includes(role) && scope.type === 'school' && scope.id === school.id,
  );
  return belongs ? 'own_school' : 'service';
}

const AT_A_SCHOOL: readonly string[] = ['headteacher', 'deputy_headteacher', 'chair_of_governors'];
