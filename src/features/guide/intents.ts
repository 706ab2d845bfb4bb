import type { Feature } from '../../core/feature.ts';
import { glossaryEntryByWords, plainWords, referenceListByWords } from '../../core/framework-spoken.ts';
import type { Parts } from './parts.ts';

/** Questions about the strategy itself, which anyone may ask anywhere. */
export function guideIntents({ framework }: Parts): Feature['hears'] {
  return {
    list_criteria: (heard) => {
      const [level] = heard.entities.levels;
      if (level) return { verb: 'guide.level', data: { level, about: 'criteria' } };
      const list = namedIn(heard.text, (words) => referenceListByWords(framework, words)?.key);
      if (list) return { verb: 'guide.list', data: { list } };
      if (heard.entities.criteria.length > 0)
        return { verb: 'guide.signs', data: { ids: [...heard.entities.criteria] } };
      return /\b(categor|tier|band|level)/i.test(heard.text) && !/\bconcern/i.test(heard.text)
        ? { verb: 'guide.levels', data: {} }
        : { verb: 'guide.signs', data: { ids: [] } };
    },
    warning_notice_info: (heard) => ({ verb: 'guide.warning-notice', data: { about: formalStep(heard.text) } }),
    review_group_remit: (heard) => {
      const entry = namedIn(heard.text, (words) => glossaryEntryByWords(framework, words)?.id);
      const kinds = framework.groups
        .filter((kind) =>
          heard.entities.reviewGroups.some(
            (said) => said === kind.key || plainWords(said) === plainWords(kind.abbreviation ?? ''),
          ),
        )
        .map((kind) => kind.key);
      if (kinds.length === 0 && entry) return { verb: 'guide.term', data: { entry } };
      return { verb: 'guide.groups', data: { kinds } };
    },
  };
}

function formalStep(text: string): 'warning_notice' | 'call_in' | 'finance_notice_of_concern' | 'powers' {
  if (/\bcall(ed)?[ -]?in\b|comes? before/i.test(text)) return 'call_in';
  if (/notice of concern/i.test(text)) return 'finance_notice_of_concern';
  if (/\b(IEB|interim executive|sack|remove|powers?|section|suspend)\b/i.test(text)) return 'powers';
  return 'warning_notice';
}

/** The first run of words in a message, longest first, that names something held. */
export function namedIn<T>(text: string, find: (words: string) => T | undefined): T | undefined {
  const words = plainWords(text).split(' ');
  for (let length = Math.min(6, words.length); length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const found = find(words.slice(from, from + length).join(' '));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
