import FOCUSES from './focuses.json' with { type: 'json' };

interface Name {
  readonly key: string;
  readonly words: string;
}

/** Longest first, so that "early reading" is not also "reading". */
const NAMES: readonly Name[] = Object.entries(FOCUSES)
  .flatMap(([key, names]) => names.map((words) => ({ key, words })))
  .sort((a, b) => b.words.length - a.words.length);

const BY_FIRST_WORD = Map.groupBy(NAMES, (name) => name.words.split(' ')[0] ?? '');

export const FOCUS_KEYS: readonly string[] = Object.keys(FOCUSES);

/** What the support, visit or finding is about, as keys of the taxonomy, in the order said. */
export function focusesIn(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .replace(/\bt\s?(?:&|\+|and)\s?l\b/g, 'teaching and learning')
    .replace(/[’']/g, '')
    .replaceAll('&', ' and ')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const found: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const rest = words.slice(at, at + 6).join(' ');
    const name = (BY_FIRST_WORD.get(words[at] ?? '') ?? []).find(
      (one) => rest === one.words || rest.startsWith(`${one.words} `),
    );
    if (!name || meansElse(name, words, at)) continue;
    found.push(name.key);
    at += name.words.split(' ').length - 1;
  }
  return [...new Set(found)];
}

/** Short words that are mostly something else: "re" is "about", "art" needs no help, "talk to", "report" is not a focus. */
function meansElse(name: Name, words: readonly string[], at: number): boolean {
  const next = words[at + name.words.split(' ').length] ?? '';
  const before = words[at - 1] ?? '';
  switch (name.words) {
    case 're':
      return (
        !['lead', 'leader', 'curriculum', 'teaching', 'and', 'subject'].includes(next) &&
        !['in', 'for', 'of', 'our'].includes(before)
      );
    case 'talk':
      return (
        ['to', 'with', 'about', 'through', 'it', 'us', 'me', 'you'].includes(next) ||
        ['to', 'can', 'a', 'quick', 'will', 'would', 'please', 'could', 'i'].includes(before)
      );
    case 'progress':
      return ['in', 'any', 'making', 'work'].includes(before);
    case 'cover':
      return ['can', 'to', 'does', 'will', 'could'].includes(before);
    case 'inspection':
    case 'ofsted':
      return next === 'category' || next === 'grade';
    case 'send':
      return (
        ['to', 'can', 'please', 'will', 'you', 'pls', 'could', 'just', 'ill', 'i', 'dont', 'not', 'they'].includes(
          before,
        ) ||
        ['me', 'it', 'us', 'the', 'them', 'a', 'over', 'to', 'you', 'anyone', 'someone', 'out', 'through'].includes(
          next,
        ) ||
        at === 0
      );
    case 'rap':
      return next !== 'support' && next !== 'milestones';
    default:
      return false;
  }
}
