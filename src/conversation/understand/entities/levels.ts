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
 * Finds levels said in a message, as keys, in the order said: "cat 3", "c3", "category three", "a 3", "1 or 2", "the 4s". Never
 * "in category", which in a school means an Ofsted category of concern (domain.md §18).
 */
export function levelReader(framework: LevelWords): (text: string) => readonly string[] {
  const names = framework.levels.flatMap((level) =>
    level.names.flatMap((name) => inWordsToo(name.toLowerCase()).map((one) => ({ key: level.key, name: one }))),
  );
  if (names.length === 0) return () => [];
  const patterns = patternsFor(
    framework,
    names.map(({ name }) => name),
  );
  const each = new RegExp(`(?<![a-z0-9])(?:${alternatives(names.map(({ name }) => name))})(?=s?(?![a-z0-9]))`, 'g');
  return (text) => {
    const said = text.toLowerCase().replace(/[’]/g, "'");
    const found = new Map<number, string>();
    for (const pattern of patterns) {
      for (const match of said.matchAll(pattern)) {
        const named = match.groups?.named ?? '';
        const from = match.index + match[0].lastIndexOf(named);
        for (const name of named.matchAll(each)) {
          const key = names.find((one) => one.name === name[0])?.key;
          if (key !== undefined) found.set(from + name.index, key);
        }
      }
    }
    return [...new Set([...found].sort((a, b) => a[0] - b[0]).map(([, key]) => key))];
  };
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** "3" is "three" as well. */
function inWordsToo(name: string): readonly string[] {
  const word = /^[1-9]$/.test(name) ? NUMBERS[Number(name) - 1] : undefined;
  return word === undefined ? [name] : [name, word];
}

const JOIN =
  '\\s*(?:,|/|&|-|–|\\band not\\b|\\band\\b|\\bor\\b|\\bto\\b|\\bnot\\b|\\brather than\\b|\\binstead of\\b|\\bversus\\b|\\bvs\\b)\\s*';
const COUNTED =
  "(?![\\d%/]|\\.\\d|\\s*(?:half|days?|visits?|schools?|weeks?|%|pm|am|per cent|years?|terms?|of\\b|people|more|heads|minutes|hours|months|miles|things|sites|places|times|points|o'clock))";

function patternsFor(framework: LevelWords, names: readonly string[]): readonly RegExp[] {
  const one = alternatives(names);
  const short = alternatives(names.filter((name) => SHORT.test(name)));
  const digit = alternatives(names.filter((name) => /^\d{1,2}$|^[a-f]$/.test(name)));
  const long = alternatives(names.filter((name) => name.includes(' ')));
  const words = alternatives([...framework.words, 'catagory', 'catergory', 'categry', 'level', 'band']);
  const more = (single: string) => `${single}(?:s|'s)?(?:${JOIN}(?:a )?${single}(?:s|'s)?(?![a-z]))*`;
  const patterns = [`\\b(?:${words})s?[ .-]*(?<named>${more(`(?:${one})`)}(?![a-z\\d%]|\\.\\d))`];
  if (short !== '') {
    const few = more(`(?:${short})`);
    const end = `(?=\\s*(?:[?!.,;)]|$|then\\b|now\\b|this\\b|again\\b|school|any ?more|at the\\b|yet\\b|in the\\b|on the\\b|by\\b|because\\b|when\\b|but\\b|for\\b))${COUNTED}`;
    patterns.push(
      `\\b(?:a|an|we're|we are|still|from|down to|up to|out of|sits? at|sitting at|as|why|why are we|be|being|just|get|got|given|gave us|put us|put them|stay(?:ed)?(?: at| a)?|remain(?:ed)?) (?<named>${few})${end}`,
      `\\b(?:are in|is in|was in|were in|be in|school in|schools in|still in|us in|them in|into|moved? to|dropped? to|gone? to|went to|up to|back to) (?:a )?(?<named>${few})${end}`,
      `(?<![\\d/.£#-]|\\b(?:years?|yrs?|y|ks|requests?|visits?|pages?|sections?|paras?|paragraphs?|nos?|numbers?|findings?|between|accept|decline|withdraw|close|options?|at|after|before|until) )\\b(?<named>(?:${digit || short})${JOIN}(?:a )?(?:${digit || short})(?![a-z]))(?!\\s*-?\\d)${COUNTED}(?<!\\d\\s*-\\s*\\d)`,
      `\\bdifference between (?:a )?(?<named>${few})`,
    );
  }
  if (digit !== '')
    patterns.push(
      `(?<![a-z\\d/.£-]|year |under |over |the last |my )(?<named>(?:${digit})s(?:${JOIN}(?:${digit})s)*)\\b(?! (?:and \\d|in maths))`,
    );
  if (long !== '') patterns.push(`\\b(?<named>${long})(?![a-z])`);
  return patterns.map((pattern) => new RegExp(pattern, 'g'));
}

const SHORT = /^(?:\d{1,2}|one|two|three|four|five|six|[a-f])$/;

function alternatives(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}
