import type { NameForm } from './name-forms.ts';

/** What was said of a school's name, sorted into the words that tell which and the words that tell what sort. */
export interface SaidName {
  readonly core: readonly string[];
  readonly sorts: ReadonlySet<string>;
}

/**
 * How well a form's sort agrees with what was said. 'clash': "Beckwith Primary" is not Beckwith High School.
 * 'loose': "Stonepit Primary" may be Stonepit Junior School, but ask.
 */
export function agreement(said: SaidName, form: NameForm): 'agrees' | 'loose' | 'clash' {
  const faith = FAITHS.find((word) => said.sorts.has(word));
  if (faith !== undefined && !form.sorts.has(faith)) {
    return FAITHS.some((word) => form.sorts.has(word)) ? 'clash' : form.alias ? 'agrees' : 'loose';
  }
  if (form.alias) return 'agrees';
  const saidPhase = phaseOf(said.sorts);
  const phase = phaseOf(form.sorts);
  if (saidPhase === undefined || phase === undefined || saidPhase === phase) return 'agrees';
  const young = (word: string) => word === 'infant' || word === 'junior' || word === 'primary' || word === 'nursery';
  if (saidPhase === 'primary' && young(phase)) return 'loose';
  if (phase === 'primary' && young(saidPhase)) return 'loose';
  return 'clash';
}

/** True when nothing of the name was left out but filling: what was typed is the name itself. */
export function isWholeName(said: SaidName, form: NameForm): boolean {
  if (said.core.length !== form.core.length || !said.core.every((word, i) => word === form.core[i])) return false;
  if (form.alias) return true;
  const telling = (sorts: ReadonlySet<string>) =>
    [...sorts]
      .filter((word) => word !== 'school')
      .sort()
      .join(' ');
  return telling(said.sorts) === telling(form.sorts) && said.sorts.size > 0;
}

const FAITHS = ['rc', 'ce'];
const PHASES = ['primary', 'junior', 'infant', 'nursery', 'high', 'secondary', 'grammar'];

function phaseOf(sorts: ReadonlySet<string>): string | undefined {
  const phase = PHASES.find((word) => sorts.has(word));
  return phase === 'secondary' || phase === 'grammar' ? 'high' : phase;
}
