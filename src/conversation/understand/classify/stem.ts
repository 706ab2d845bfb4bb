/**
 * The stem of an English word, so that "categories", "categorised" and "category" come near each other.
 * Porter's algorithm (1980), steps 1 to 5. Lower-case letters in; words under three letters come back unchanged.
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  const first = word[0] === 'y' ? `Y${word.slice(1)}` : word;
  return step5(step4(step3(step2(step1c(step1b(step1a(first))))))).toLowerCase();
}

const CONSONANT = '[^aeiou]';
const VOWEL = '[aeiouy]';
const CONSONANTS = `${CONSONANT}[^aeiouy]*`;
const VOWELS = `${VOWEL}[aeiou]*`;
const HAS_MEASURE = new RegExp(`^(${CONSONANTS})?${VOWELS}${CONSONANTS}`);
const MEASURE_ONE = new RegExp(`^(${CONSONANTS})?${VOWELS}${CONSONANTS}(${VOWELS})?$`);
const MEASURE_MORE = new RegExp(`^(${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`);
const HAS_VOWEL = new RegExp(`^(${CONSONANTS})?${VOWEL}`);
const SHORT_END = new RegExp(`^${CONSONANTS}${VOWEL}[^aeiouwxy]$`);

function step1a(word: string): string {
  if (/(ss|i)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function step1b(word: string): string {
  if (word.endsWith('eed')) return HAS_MEASURE.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const base = word.replace(/(ed|ing)$/, '');
  if (base === word || !HAS_VOWEL.test(base)) return word;
  if (/(at|bl|iz)$/.test(base)) return `${base}e`;
  if (/([^aeiouylsz])\1$/.test(base)) return base.slice(0, -1);
  return SHORT_END.test(base) ? `${base}e` : base;
}

function step1c(word: string): string {
  return word.endsWith('y') && HAS_VOWEL.test(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

const STEP2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['logi', 'log'],
];
const STEP3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];

function swapEnding(word: string, endings: readonly (readonly [string, string])[]): string {
  for (const [ending, swap] of endings) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, -ending.length);
    return HAS_MEASURE.test(base) ? base + swap : word;
  }
  return word;
}

const step2 = (word: string) => swapEnding(word, STEP2);
const step3 = (word: string) => swapEnding(word, STEP3);

const STEP4 = /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/;

function step4(word: string): string {
  const plain = STEP4.exec(word)?.[1];
  if (plain !== undefined) return MEASURE_MORE.test(plain) ? plain : word;
  const ion = /^(.+[st])ion$/.exec(word)?.[1];
  return ion !== undefined && MEASURE_MORE.test(ion) ? ion : word;
}

function step5(word: string): string {
  let out = word;
  if (out.endsWith('e')) {
    const base = out.slice(0, -1);
    if (MEASURE_MORE.test(base) || (MEASURE_ONE.test(base) && !SHORT_END.test(base))) out = base;
  }
  return out.endsWith('ll') && MEASURE_MORE.test(out) ? out.slice(0, -1) : out;
}
