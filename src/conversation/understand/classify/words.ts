/**
 * A message as the words a reader would say aloud: quotes and spaces made plain, contractions opened ("whats" is "what
 * is"), the shorthand of people typing with one thumb written out, numbers turned into their shape. Two spellings of the
 * same wish should come out alike.
 */
export function wordsOf(text: string): string[] {
  const plain = plainText(text);
  const words: string[] = [];
  for (const [raw] of plain.matchAll(/[a-z]+(?:'[a-z]+)*|[£%]|\d+(?:[.:/]\d+)*|[?!]|\p{Extended_Pictographic}/gu)) {
    for (const word of spell(raw)) words.push(word);
  }
  return words;
}

/** Lower case, one kind of quote, one space between words, no letter more than twice in a row. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .toLowerCase()
    .replace(/\bw\/c\b/g, 'week commencing')
    .replace(/\bw\/(?=\s|\w)/g, 'with ')
    .replace(/\bn\/a\b/g, 'na')
    .replace(/([a-z])\1{2,}/g, '$1$1')
    .replace(/\s+/g, ' ')
    .trim();
}

function spell(raw: string): readonly string[] {
  if (/^\d/.test(raw)) return [numberShape(raw)];
  const known = Object.hasOwn(SHORTHAND, raw) ? SHORTHAND[raw] : undefined;
  if (known !== undefined) return known;
  const joined = /^([a-z]+)'(s|re|ve|ll|d|m)$/.exec(raw);
  if (joined?.[1] !== undefined && joined[2] !== undefined)
    return [...spell(joined[1]), OPENED[joined[2]] ?? joined[2]];
  const not = /^([a-z]+)n't$/.exec(raw);
  if (not?.[1] !== undefined) return [not[1] === 'ca' ? 'can' : not[1] === 'wo' ? 'will' : not[1], 'not'];
  return [raw.replaceAll("'", '')];
}

function numberShape(raw: string): string {
  if (/^\d{1,2}\/\d{1,2}/.test(raw)) return '#date';
  if (/[.:]/.test(raw)) return '#part';
  if (raw.length >= 5) return '#long';
  if (/^(19|20)\d\d$/.test(raw)) return '#year';
  return Number(raw) <= 12 ? `#${Number(raw)}` : '#many';
}

const OPENED: Readonly<Record<string, string>> = { s: "'s", re: 'are', ve: 'have', ll: 'will', d: 'would', m: 'am' };

const SHORTHAND: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `whats=what 's|what's=what 's|whos=who 's|who's=who 's|wheres=where 's|hows=how 's|whens=when 's|thats=that 's|its=it 's|it's=it 's
dont=do not|doesnt=does not|didnt=did not|cant=can not|cannot=can not|wont=will not|isnt=is not|arent=are not|wasnt=was not
havent=have not|hasnt=has not|hadnt=had not|wouldnt=would not|couldnt=could not|shouldnt=should not|im=i am|ive=i have
id=i would|ill=i will|weve=we have|theyve=they have|theyre=they are|youre=you are|youve=you have|lets=let 's|hes=he 's|shes=she 's
pls=please|plz=please|plse=please|thx=thanks|thnx=thanks|tx=thanks|ta=thanks|cheers=thanks|u=you|ur=your|r=are|abt=about|bc=because|cos=because|coz=because
msg=message|msgs=messages|govs=governors|govnrs=governors|gov=governor|ht=headteacher|hts=headteachers|dht=deputy|aht=assistant head|hteacher=headteacher
cat=category|cats=categories|catagory=category|catergory=category|categry=category|catagories=categories|categorie=category|catgory=category
tho=though|thru=through|w=with|b4=before|2moro=tomorrow|tmrw=tomorrow|tmw=tomorrow|tomoz=tomorrow|yday=yesterday|mtg=meeting|mtgs=meetings|appt=appointment
info=information|diff=different|prob=probably|probs=probably|def=definitely|sec=second|hr=hour|hrs=hours|wk=week|wks=weeks|yr=year|yrs=years|mins=minutes|min=minute
req=request|reqs=requests|reqd=required|doc=document|docs=documents|dept=department|mgmt=management|ldr=leader|tchr=teacher|tchrs=teachers|sch=school|schs=schools
advisor=adviser|advisors=advisers|advisior=adviser|sia=adviser|sias=advisers|notes=notes|defo=definitely|owt=anything|nowt=nothing|summat=something|wanna=want to|gonna=going to
gotta=have to|need2=need to|k=ok|okay=ok|yep=yes|yup=yes|yeah=yes|yh=yes|ye=yes|aye=yes|nope=no|nah=no|hiya=hello|hi=hello|hey=hello|heya=hello|ey=hello|morning=morning|xmas=christmas|chrimbo=christmas`
    .split(/[|\n]/)
    .map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1).split(' ')] as const;
    }),
);
