import type { Call, Feature } from '../../core/feature.ts';
import {
  glossaryEntryByWords,
  levelByWords,
  namesJointReviewGroup,
  plainWords,
  referenceListByWords,
} from '../../core/framework-spoken.ts';
import type { Heard } from '../../core/intent.ts';
import type { Parts } from './parts.ts';

/** Questions about the strategy itself, which anyone may ask anywhere. */
export function guideIntents(parts: Parts): Feature['hears'] {
  const { framework } = parts;
  return {
    list_criteria: ({ text, entities }) => {
      const [level, ...others] = entities.levels;
      if (level && others.length > 0) return { verb: 'guide.levels', data: { only: [...entities.levels] } };
      if (level) return { verb: 'guide.level', data: { level, about: 'criteria' } };
      // "B3 for special schools" is "B3 special schools".
      const list = namedIn(
        text.replace(/\b(for|of|the|in)\b/gi, ' '),
        (words) => referenceListByWords(framework, words)?.key,
      );
      if (list) return { verb: 'guide.list', data: { list } };
      if (entities.criteria.length > 0) return { verb: 'guide.signs', data: { ids: [...entities.criteria] } };
      return namesTheLevels(parts, text) && !/\bconcern/i.test(text)
        ? { verb: 'guide.levels', data: {} }
        : { verb: 'guide.signs', data: { ids: [] } };
    },
    warning_notice_info: ({ text }) => ({ verb: 'guide.warning-notice', data: { about: formalStep(text) } }),
    review_group_remit: (heard) => reviewGroup(parts, heard),
    alliance_summary: (heard) => alliance(heard),
  };
}

/**
 * "What is a JRG?", "what are the categories?", "what is category 3?": when the rest of the question is a word of the
 * strategy and nothing more, nothing needs guessing.
 */
export function whatIs({ framework }: Parts, text: string): Call | undefined {
  const asked = WHAT_IS.exec(text)?.[1];
  if (asked === undefined) return undefined;
  const { singular, plural, aliases = [] } = framework.terms.level;
  const said = plainWords(asked);
  if ([singular, plural, ...aliases].some((word) => plainWords(word) === said))
    return { verb: 'guide.levels', data: {} };
  // A bare "3" might be anything; "category 3" is not.
  const level = /\s/.test(said) ? levelByWords(framework, asked) : undefined;
  if (level) return { verb: 'guide.level', data: { level: level.key } };
  const entry = glossaryEntryByWords(framework, asked);
  return entry ? { verb: 'guide.term', data: { entry: entry.id } } : undefined;
}

const WHAT_IS =
  /^\s*(?:what(?:'s|’s| is| are| does| do)|whats|define|explain)\s+(?:an?\s+|the\s+)?(.+?)(?:\s+(?:mean|stand for))?\s*\?*\s*$/i;

function namesTheLevels({ framework }: Parts, text: string): boolean {
  const { singular, plural, aliases = [] } = framework.terms.level;
  const said = ` ${plainWords(text)} `;
  return [singular, plural, 'level', 'levels', ...aliases].some((word) => said.includes(` ${plainWords(word)} `));
}

/** The authority's own groups are of the framework's kinds: "Primary North" is a primary review group. */
function reviewGroup({ framework, partnership }: Parts, { text, entities }: Heard): Call {
  const kinds = new Set<string>();
  for (const said of entities.reviewGroups) {
    const ours = partnership.reviewGroups.find((group) => group.key === said)?.frameworkGroup;
    const kind = framework.groups.find(
      ({ key, abbreviation }) => key === (ours ?? said) || plainWords(said) === plainWords(abbreviation ?? key),
    );
    if (kind) kinds.add(kind.key);
  }
  const joint =
    entities.reviewGroups.some((said) => namesJointReviewGroup(framework, said)) ||
    namedIn(text, (words) => namesJointReviewGroup(framework, words) || undefined) === true;
  if (kinds.size > 0 || joint) return { verb: 'guide.groups', data: { kinds: [...kinds], joint } };
  const entry = namedIn(text, (words) => glossaryEntryByWords(framework, words)?.id);
  return entry && !isPlainWordForGroups(framework.terms.reviewGroup.singular, entry)
    ? { verb: 'guide.term', data: { entry } }
    : { verb: 'guide.groups', data: { kinds: [] } };
}

/** Who is in an alliance. What it found or plans together is not held here, and whoever asks for that is told who does. */
function alliance({ text, entities }: Heard): Call {
  const members = /\b(who|which schools|members?|in (our|the|my))\b/i.test(text);
  if (!members && FOUND_TOGETHER.test(text)) return { verb: 'general.later', data: { intent: 'alliance_summary' } };
  const [key] = entities.alliances;
  return { verb: 'guide.alliance', data: key === undefined ? {} : { alliance: key } };
}

const FOUND_TOGETHER =
  /\b(findings?|found|summar(y|ies|ise)|priorit(y|ies)|plans?|enquir(y|ies)|themes?|progress|impact)\b/i;

/** "What are review groups for?" is answered by the groups, not by what the two words mean. */
function isPlainWordForGroups(singular: string, entry: string): boolean {
  return plainWords(entry) === plainWords(singular);
}

function formalStep(text: string): 'warning_notice' | 'call_in' | 'finance_notice_of_concern' | 'powers' {
  if (/\bcall(ed)?[ -]?(us |me |them )?in\b|comes? before/i.test(text)) return 'call_in';
  if (/notice of concern/i.test(text)) return 'finance_notice_of_concern';
  if (/\b(IEB|interim executive|sack|remove|powers?|section|suspend)\b/i.test(text)) return 'powers';
  return 'warning_notice';
}

/** The first run of words in a message, longest first, that names something held. */
function namedIn<T>(text: string, find: (words: string) => T | undefined): T | undefined {
  const words = plainWords(text).split(' ');
  for (let length = Math.min(6, words.length); length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const found = find(words.slice(from, from + length).join(' '));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
