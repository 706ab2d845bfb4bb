import type { SchoolMention } from '../../core/intent.ts';
import { agreement, isWholeName, type SaidName } from './match-name.ts';
import type { NameForm } from './name-forms.ts';
import type { NamedSchool, Preference } from './school-index.ts';

/** How sure the words themselves are: a misspelling or initials prove less than the name; a guess is always asked about. */
export type Evidence = 'spelt' | 'misspelt' | 'guessed' | 'initials';

const AT_MOST = 8;

/**
 * Settles which school a name means. One school left: that one. Several: the only one among those preferred, or ask. The name
 * whole and exact beats longer names that contain it. Being wrong is worse than asking.
 */
export function settle(
  text: string,
  said: SaidName,
  forms: readonly NameForm[],
  schools: readonly NamedSchool[],
  evidence: Evidence,
  preference: Preference = {},
): SchoolMention {
  const judged = forms.map((form) => ({ form, agrees: agreement(said, form) }));
  const agreed = judged.filter((one) => one.agrees === 'agrees').map((one) => one.form);
  const loose = judged.filter((one) => one.agrees === 'loose').map((one) => one.form);

  const whole = agreed.filter((form) => isWholeName(said, form));
  const exact = new Set(whole.map((form) => form.school));
  if (evidence === 'spelt' && exact.size === 1) return mention(text, 'one', [...exact], 1, schools);

  const all = distinct(said, agreed);
  if (evidence === 'guessed') return mention(text, all.length === 0 ? 'none' : 'several', all, 0.5, schools);
  if (all.length === 1) return mention(text, 'one', all, SCORE[evidence], schools);
  if (all.length === 0) {
    const near = distinct(said, loose);
    return mention(text, near.length === 0 ? 'none' : 'several', near, 0.6, schools);
  }
  const preferred = all.filter((at) => preference.prefer?.has(schools[at]?.id ?? NOBODY));
  if (preferred.length === 1) return mention(text, 'one', preferred, 0.85, schools);
  return mention(text, 'several', [...new Set([...preferred, ...all])], 0.5, schools);
}

const SCORE: Record<Evidence, number> = { spelt: 0.97, misspelt: 0.88, guessed: 0.5, initials: 0.8 };
const NOBODY = '' as NamedSchool['id'];

/** Each school once, those whose name the words cover most of first. */
function distinct(said: SaidName, forms: readonly NameForm[]): readonly number[] {
  const shortest = new Map<number, number>();
  for (const form of forms) {
    const left = form.core.length - said.core.length;
    shortest.set(form.school, Math.min(left, shortest.get(form.school) ?? left));
  }
  return [...shortest].sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([school]) => school);
}

function mention(
  text: string,
  fit: SchoolMention['fit'],
  positions: readonly number[],
  score: number,
  schools: readonly NamedSchool[],
): SchoolMention {
  const candidates = positions.slice(0, AT_MOST).flatMap((at) => {
    const school = schools[at];
    return school ? [{ id: school.id, name: school.name, score }] : [];
  });
  return { text, fit, candidates };
}
