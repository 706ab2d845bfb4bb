import type { DirectoryEntry } from '../../../core/directory.ts';
import type { Person } from '../../../core/people.ts';
import { Refusal } from '../../../core/refusal.ts';
import { focusesInWords, KIND_WORDS, type SupportRequest, whenInWords } from '../../support/index.ts';

/** What the adviser's message begins as: what help, how much and when, and nothing that tells who asked. */
export function neutralWords(focuses: Readonly<Record<string, string>>, { wish }: SupportRequest): string {
  const kind = wish.kind === 'other' ? '' : lowerFirst(KIND_WORDS[wish.kind].replace(' with us', ' with them'));
  const details = [kind, lowerFirst(whenInWords(wish))].filter((detail) => detail !== '').join(', ');
  const about = focusesInWords(focuses, wish.focuses).toLowerCase();
  return `Another school would be glad of help with ${about}${details === '' ? '' : `: ${details}`}. Your offer in the directory fits what they need.`;
}

function lowerFirst(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** So many of the requester's own words in a row, and they would know them again. */
const OWN_WORDS_IN_A_ROW = 6;

/** Refuses words that would tell which school asked: its names, its headteacher's, its own sentences, the request's number. */
export function mustNotTellWhoAsked(
  text: string,
  request: SupportRequest,
  known: { readonly school: DirectoryEntry | undefined; readonly heads: readonly Person[] },
): void {
  const said = ` ${plain(text)} `;
  const names = [
    ...schoolNames(request, known.school),
    ...[request.requester.name, ...known.heads.map(({ displayName }) => displayName)].flatMap(personNames),
    request.ref,
    ...(known.school ? [known.school.urn] : []),
  ];
  // "Ellison’s" is "ellisons" when made plain.
  const isSaid = (name: string) => said.includes(` ${name} `) || said.includes(` ${name}s `);
  const told = names.map(plain).some((name) => name.length > 1 && isSaid(name));
  const own = [request.wish.outcome, request.wish.tried].some((words) => sharesARun(said, plain(words)));
  if (!told && !own) return;
  throw new Refusal(
    'invalid_input',
    told
      ? 'That could tell them which school asked. Nobody is named before both have agreed to it, so please put it more generally. Nobody has been asked yet.'
      : 'That repeats what the headteacher wrote to you. It is theirs to tell, so please put it in your own words. Nobody has been asked yet.',
    [{ input: 'text' }],
  );
}

function schoolNames(request: SupportRequest, school: DirectoryEntry | undefined): readonly string[] {
  const whole = [request.wish.schoolName, ...(school ? [school.name, ...school.aliases] : [])];
  const parts = whole.flatMap((name) => name.split(',')).map((name) => withoutCommonWords(plain(name)));
  return [...whole, ...parts, ...(school?.trust ? [school.trust] : [])];
}

function personNames(name: string): readonly string[] {
  const last = name.split(/\s+/).at(-1) ?? '';
  return [name, ...(last.length > 2 ? [last] : [])];
}

/** "northcliffe", of "northcliffe primary school": what is left when a name loses the words many schools have. */
function withoutCommonWords(name: string): string {
  const words = name.split(' ');
  while (COMMON.has(words.at(-1) ?? '')) words.pop();
  while (COMMON.has(words[0] ?? '')) words.shift();
  return words.join(' ');
}

const COMMON = new Set(
  'the school primary infant infants junior juniors nursery secondary high academy college catholic church of england ce rc c e voluntary aided controlled community foundation special silc centre and'.split(
    ' ',
  ),
);

function sharesARun(said: string, own: string): boolean {
  const words = own.split(' ').filter((word) => word !== '');
  for (let from = 0; from + OWN_WORDS_IN_A_ROW <= words.length; from += 1) {
    if (said.includes(` ${words.slice(from, from + OWN_WORDS_IN_A_ROW).join(' ')} `)) return true;
  }
  return false;
}

/** Lower case, without accents or punctuation: "St Wilfrid’s" and "st wilfrids" are one name. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f\u200b-\u200d\u2060\ufeff'’`]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
