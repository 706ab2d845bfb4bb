/** How one level of the framework in force is named. */
export interface NamedLevel {
  readonly key: string;
  /** "3", "three", "light touch". */
  readonly names: readonly string[];
}

export interface LevelWords {
  /** What a level is called here: "category", "cat", "c", "tier". */
  readonly words: readonly string[];
  readonly levels: readonly NamedLevel[];
}

/**
 * Finds levels said in a message, as keys, in the order said: "cat 3", "c3", "category three", "a 3", "1 or 2". Never
 * "in category", which in a school means an Ofsted category of concern (domain.md §18).
 */
export function levelReader(framework: LevelWords): (text: string) => readonly string[] {
  const names = framework.levels.flatMap((level) =>
    level.names.map((name) => ({ key: level.key, name: name.toLowerCase() })),
  );
  const one = alternatives(names.map((named) => named.name));
  const short = names
    .filter((named) => /^(?:\d{1,2}|one|two|three|four|five|six|[a-f])$/.test(named.name))
    .map((named) => named.name);
  const bare = alternatives(short);
  const long = names.filter((named) => named.name.includes(' ')).map((named) => named.name);
  if (names.length === 0) return () => [];
  const words = alternatives(
    [
      ...framework.words,
      ...framework.words.map((word) => `${word}s`),
      'categries',
      'catagory',
      'cat.',
      'level',
      'band',
      'group',
    ].map((word) => word.toLowerCase()),
  );
  const joined = `(?:\\s*(?:,|and|or|/|&|to|-|–|,? ?or a|and a)\\s*(?:a )?(?:${one}))*`;
  const patterns = [
    new RegExp(`\\b(?:${words})s?[ .-]*(${one})(?![\\d%/]|\\.\\d)${joined}`, 'g'),
    ...(short.length > 0
      ? [
          new RegExp(
            `\\b(?:a|an|we're|we are|is it a|were a|still a|still|from|down to|up to|out of|a firm|sits? at|sitting at|in group|come out as|came out as|as) (${bare})(?:s|'s)?(?= *(?:[?!.,;)]|$|or\\b|and\\b|to\\b|then\\b|now\\b|this\\b|again\\b|not\\b|school|in the\\b|on the\\b|by\\b|any ?more|at the))${joined}`,
            'g',
          ),
          new RegExp(
            `\\b(?:all|every|how many|the|which (?:schools )?(?:are|is)(?: in)?|in) (${bare})(?:s|'s)\\b`,
            'g',
          ),
          new RegExp(
            `\\b(?:are in|is in|in|into|out of|moved? to|dropped? to|gone? to) (?:a )?(${bare})(?= *(?:[?!.,;)]|$|or\\b|and\\b|now\\b|this\\b|any ?more))${joined}`,
            'g',
          ),
        ]
      : []),
    ...(long.length > 0 ? [new RegExp(`\\b(${alternatives(long)})(?![a-z])`, 'g')] : []),
  ];
  const each = new RegExp(`(?<![a-z0-9])(?:${one})(?![a-z0-9])`, 'g');
  return (text) => {
    const said = text.toLowerCase().replace(/[’]/g, "'");
    const found: { at: number; key: string }[] = [];
    for (const pattern of patterns) {
      for (const match of said.matchAll(pattern)) {
        const first = match[0].lastIndexOf(match[1] ?? '');
        const from =
          match[0].indexOf(match[1] ?? '') >= 0
            ? match[0].search(new RegExp(`(?<![a-z])${escaped(match[1] ?? '')}(?![a-z])`))
            : first;
        for (const name of match[0].slice(Math.max(0, from)).matchAll(each)) {
          const key = names.find((named) => named.name === name[0])?.key;
          if (key !== undefined) found.push({ at: match.index + Math.max(0, from) + name.index, key });
        }
        if (found.length === 0) {
          const key = names.find((named) => named.name === match[1])?.key;
          if (key !== undefined) found.push({ at: match.index, key });
        }
      }
    }
    return [...new Set(found.sort((a, b) => a.at - b.at).map((one) => one.key))];
  };
}

function alternatives(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
