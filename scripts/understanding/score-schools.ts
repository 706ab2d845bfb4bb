import type { Heard } from '../../src/core/intent.ts';
import { demoSchools } from './registers.ts';
import type { Labelled } from './score.ts';

/** right: taken as the labelled school, or asked where the label says to ask. asked: the right one among those asked about. */
export type SchoolVerdict = 'right' | 'asked' | 'missed' | 'wrong';

interface Wanted {
  readonly id: string;
}

/** `undefined`: the message names no school of the register. The worst verdict of several names counts. */
export function scoreSchools(labelled: Labelled, asks: readonly Heard[]): SchoolVerdict | undefined {
  const entities = labelled.entities ?? {};
  const mentions = asks.flatMap((ask) => ask.entities.schools);
  const known = mentions.filter((mention) => mention.fit !== 'none');
  if (entities.ambiguous === true) {
    if (known.some((mention) => mention.fit === 'one')) return 'wrong';
    return known.length > 0 ? 'right' : 'missed';
  }
  const wanted = [entities.school, entities.provider_school, ...list(entities.schools)].flatMap(wantedOf);
  if (wanted.length === 0) return undefined;
  const verdicts = wanted.map(({ id }): SchoolVerdict => {
    if (known.some((mention) => mention.fit === 'one' && mention.candidates[0]?.id === id)) return 'right';
    if (known.some((mention) => mention.fit === 'several' && mention.candidates.some((one) => one.id === id)))
      return 'asked';
    return 'missed';
  });
  const strays = known.filter(
    (mention) => mention.fit === 'one' && !wanted.some(({ id }) => id === mention.candidates[0]?.id),
  );
  if (strays.length > 0) return 'wrong';
  return (['missed', 'asked', 'right'] as const).find((verdict) => verdicts.includes(verdict));
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function wantedOf(value: unknown): readonly Wanted[] {
  if (typeof value !== 'object' || value === null) return [];
  const { name, urn } = value as { name?: unknown; urn?: unknown };
  if (typeof urn === 'string') return [{ id: urn }];
  const demo = demoSchools().find((school) => school.name === name);
  return demo ? [{ id: demo.id }] : [];
}
