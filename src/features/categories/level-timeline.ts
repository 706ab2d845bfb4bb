import { Temporal } from 'temporal-polyfill';
import { type AcademicYear, endOf, startOf } from '../../core/academic-year.ts';
import type { Act, Communicated, Superseded } from './schema.ts';

/** A stretch of time in which a school was at a level it had been told. */
export interface Spell {
  readonly framework: string;
  readonly level: string;
  readonly label?: string | undefined;
  readonly academicYear: AcademicYear;
  /** The day the school was told; the first of the year, where it was told before that began. ISO. */
  readonly from: string;
  /** The last day: the one before the next level, or the last of its academic year. */
  readonly to: string;
  readonly told: Act;
  /** Written down wrongly, and put right on that day: it was on record, and the school was never at it. */
  readonly correctedOn?: string;
}

/** Everything a school was told, first to last, and how long each held. Nothing is worked out but the days. */
export function timelineOf(told: readonly Communicated[], past: readonly Superseded[]): readonly Spell[] {
  const spells = [...told, ...past].map(spellOf).toSorted(inOrder);
  return spells.map((spell, index) => {
    if (spell.correctedOn !== undefined) return spell;
    const next = spells.slice(index + 1).find((later) => later.correctedOn === undefined);
    const dayBefore = next && dayBeforeOf(next);
    return dayBefore !== undefined && dayBefore < spell.to ? { ...spell, to: later(dayBefore, spell.from) } : spell;
  });
}

/** Where the level became another one, first to last. */
export function changesOf(
  spells: readonly Spell[],
): readonly { readonly before: Spell; readonly after: Spell; readonly on: string }[] {
  const held = spells.filter((spell) => spell.correctedOn === undefined);
  return held.flatMap((after, index) => {
    const before = held[index - 1];
    return before && !isSameLevel(before, after) ? [{ before, after, on: after.from }] : [];
  });
}

/** The first of the spells of one level, year upon year, that the last one belongs to. */
export function beginningOf(spells: readonly Spell[]): Spell | undefined {
  const held = spells.filter((spell) => spell.correctedOn === undefined);
  const last = held.at(-1);
  const other = last && held.findLast((spell) => !isSameLevel(spell, last));
  return last && held[other ? held.indexOf(other) + 1 : 0];
}

/** Those that held on any day between two, both included. */
export function during(spells: readonly Spell[], from: string, to: string): readonly Spell[] {
  return spells.filter((spell) => spell.from <= to && spell.to >= from);
}

function isSameLevel(one: Spell, other: Spell): boolean {
  return one.framework === other.framework && one.level === other.level;
}

function spellOf(record: Communicated | Superseded): Spell {
  const { framework, level, label, academicYear, communicated } = record;
  const from = later(communicated.at, startOf(academicYear).toString());
  const corrected = record.state === 'superseded' && record.because === 'corrected';
  return {
    framework,
    level,
    label,
    academicYear,
    from,
    to: later(endOf(academicYear).toString(), from),
    told: communicated,
    ...(corrected ? { correctedOn: record.supersededOn } : {}),
  };
}

function inOrder(a: Spell, b: Spell): number {
  return a.academicYear.localeCompare(b.academicYear) || a.from.localeCompare(b.from);
}

function dayBeforeOf({ from }: Spell): string {
  return Temporal.PlainDate.from(from).subtract({ days: 1 }).toString();
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
