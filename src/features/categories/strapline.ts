import type { Partnership } from '../../core/partnership.ts';
import type { Phase, School } from '../../core/school.ts';

const PHASE: Record<Phase, string> = {
  nursery: 'Nursery',
  primary: 'Primary',
  middle: 'Middle',
  secondary: 'Secondary',
  all_through: 'All-through',
  sixteen_plus: '16 plus',
  special: 'Special',
  alternative: 'Alternative provision',
  other: 'School',
};

/** The line under a school's name: what it is, where, and its number in the register. */
export function strapline(school: School, partnership: Partnership): string {
  const area = partnership.areas.find((candidate) => candidate.key === school.area);
  return [PHASE[school.phase], area?.name, `URN ${school.urn}`].filter((part) => part !== undefined).join(' · ');
}
