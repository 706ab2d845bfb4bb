import type { Framework } from '../../core/framework.ts';
import { academicYearInWords, listed, longDate, sentenceCase } from '../../core/wording.ts';
import type { AskedPeriod } from './history-words.ts';
import { levelInSentence } from './level-on-record.ts';
import { beginningOf, changesOf, during, type Spell } from './level-timeline.ts';

/** What was asked of a school's past levels. */
export interface AskedOfHistory {
  readonly period?: AskedPeriod | undefined;
  /** A level it was said to have had. */
  readonly level?: string | undefined;
}

/** One sentence that answers, from the days on record alone. */
export function historyLead(framework: Framework, spells: readonly Spell[], asked: AskedOfHistory): string {
  const word = framework.terms.level.singular;
  const [first] = spells;
  if (!first) return `No ${word} is on record for this school.`;
  if (asked.level !== undefined) return ofLevel(framework, spells, asked.level);
  if (asked.period) return ofPeriod(framework, spells, asked.period);
  const change = changesOf(spells).at(-1);
  if (change) {
    const { before, after, on } = change;
    return `It last changed on ${longDate(on)}, from ${inSentence(framework, before)} to ${inSentence(framework, after)}.`;
  }
  return `No change is on record: it has been ${inSentence(framework, first)} since ${longDate(first.from)}, which is as far back as what I hold goes.`;
}

function ofLevel(framework: Framework, spells: readonly Spell[], level: string): string {
  const named = { framework: framework.id, level };
  const is = (spell: Spell | undefined) => spell?.framework === framework.id && spell.level === level;
  const left = changesOf(spells).findLast(({ before }) => is(before));
  const now = beginningOf(spells);
  if (is(now) && now) {
    return `It is ${inSentence(framework, now)} on the latest record, and has been since ${longDate(now.from)}.`;
  }
  if (left) {
    return `It was ${inSentence(framework, left.before)} until ${longDate(left.on)}, when it became ${inSentence(framework, left.after)}.`;
  }
  return `${sentenceCase(levelInSentence(framework, named))} is not on the record I hold for this school.`;
}

function ofPeriod(framework: Framework, spells: readonly Spell[], { from, to }: AskedPeriod): string {
  const held = during(spells, from, to).filter((spell) => spell.correctedOn === undefined);
  const when = from === to ? `On ${longDate(from)}` : `Between ${longDate(from)} and ${longDate(to)}`;
  if (held.length === 0) return `${when} no ${framework.terms.level.singular} is on record for this school.`;
  return `${when} it was ${listed(held.map((spell) => `${inSentence(framework, spell)} (from ${longDate(spell.from)})`))}.`;
}

/** A spell as a line of a list. */
export function spellInWords(framework: Framework, spell: Spell, today: string) {
  const { label, level, academicYear, from, to, told, correctedOn } = spell;
  const earlier = spell.framework === framework.id ? '' : ` (${spell.framework})`;
  const own = framework.levels.find((each) => each.key === level)?.label;
  const title = label ?? (earlier === '' ? own : undefined) ?? `“${level}”`;
  const lasted = to < today ? `From ${longDate(from)} to ${longDate(to)}` : `From ${longDate(from)}`;
  const wrong = `Written down wrongly, and put right on ${longDate(correctedOn ?? from)}`;
  return {
    title: `${title}${earlier}`,
    detail: `${academicYearInWords(academicYear)} · ${correctedOn === undefined ? lasted : wrong} · shared with the school ${longDate(told.at)} by ${told.by}`,
  };
}

function inSentence(framework: Framework, spell: Spell): string {
  return levelInSentence(framework, spell);
}
