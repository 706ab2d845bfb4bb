import { FIRST_NAMES } from '../../schools/first-names.ts';

/** Colleagues named: first names ("Nadia", "nadia"), full names ("Tom Okafor"), titles ("Mr Patel"). */
export function peopleIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/\b(?:Mr|Mrs|Ms|Miss|Dr|Canon|Father|Sister|Cllr|Rev)\.? [A-Z][\p{L}'-]+/gu))
    found.push(match[0]);
  const words = [...text.matchAll(/[\p{L}]+(?:['’-][\p{L}]+)*/gu)];
  words.forEach((match, i) => {
    const word = match[0].replace(/['’]s$/, '');
    const lower = word.toLowerCase();
    if (!FIRST_NAMES.has(lower) || (EVERYDAY.has(lower) && !/^[A-Z]/.test(word))) return;
    if (found.some((person) => person.split(' ').includes(word))) return;
    if (EVERYDAY.has(lower) && (match.index === 0 || /[.!?]\s*$/.test(text.slice(0, match.index)))) return;
    const before = words[i - 1]?.[0].toLowerCase();
    if (before === 'st' || before === 'saint') return;
    const next = words[i + 1];
    const surname =
      next && /^[A-Z][a-z]/.test(next[0]) && text.slice(match.index + match[0].length, next.index) === ' '
        ? next[0]
        : undefined;
    found.push(surname !== undefined && /^[A-Z]/.test(word) ? `${word} ${surname.replace(/['’]s$/, '')}` : word);
  });
  return [...new Set(found)];
}

/** First names that are words as well: only with a capital, and not opening a sentence. */
const EVERYDAY = new Set(
  'grace will rob bob mark dawn joy may june rose iris olive poppy penny sue pat bill carol faye max ray guy art gill jay jet mel dean ken len lee ben don eve ed di val viv sal deb jo jan cath beth sam ross sasha summer faith hope tim ian kim dan'
    .split(' ')
    .filter(
      (name) => !['ben', 'jo', 'sam', 'tim', 'ian', 'kim', 'dan', 'beth', 'cath', 'ross', 'sasha'].includes(name),
    ),
);
