/** Pounds said: "£250", "250 quid", "1.5k". */
export function moneyIn(text: string): number | undefined {
  const said = /£ ?(\d[\d,]*(?:\.\d+)?) ?(k\b)?|(\d[\d,]*(?:\.\d+)?) ?(k )?(?:quid|pounds?|gbp)\b/i.exec(text);
  if (!said) return undefined;
  const amount = Number((said[1] ?? said[3] ?? '').replaceAll(',', ''));
  return Number.isFinite(amount) ? amount * (said[2] || said[4] ? 1000 : 1) : undefined;
}

/** Request references: "41" after a word that takes one, "#41", "SR-2026-0093", and the others of a list. */
export function requestRefsIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/\b[a-z]{1,3}-\d{4}-\d{2,5}\b/gi)) found.push(match[0].toUpperCase());
  const listed =
    /(?:\b(?:requests?|reqs?|refs?|nos?\.?|numbers?|accept|approve|decline|reject|refuse|withdraw|cancel|kill|close|bin|scrap|pass|reassign|transfer|move|give|take|hand over|hand|reopen|status of|status|impact for|mark|chase|escalate|update on|leave|on|merge|pull|drop|assign)\s*|#)#?(\d{1,4}(?:(?:\s*,\s*|\s*&\s*|\s+and\s+|\s+or\s+|\s+)#?\d{1,4}\b)*)(?![\d/%]|[:.]\d|\s*(?:half|days?|visits?|weeks?|schools?|%|pm|am|st\b|nd\b|rd\b|th\b|miles|people|minutes|mins|hours?|£|more|of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|working|months?|heads?|staff|pupils|terms?|things|points|years?))/gi;
  for (const match of text.matchAll(listed)) {
    if (/\bon\s*$/i.test(match[0].replace(/[#\d\s,&]+$/, '')) && !/^on\s+#/i.test(match[0])) continue;
    for (const number of match[1]?.match(/\d+/g) ?? []) found.push(number);
  }
  return [...new Set(found)];
}

const ROMAN = 'xv|xiv|xiii|xii|xi|ix|viii|vii|vi|iv|iii|ii|x|v|i';

/** Criterion ids said: "criterion xii", "criteria iv and ix", "number iii". A lone "i" or "x" proves nothing. */
export function criteriaIn(text: string): readonly string[] {
  const found: string[] = [];
  const after = new RegExp(
    `\\b(?:criteri(?:on|a|um)|indicators?|number|item|point|clause)\\s*\\(?((?:${ROMAN})(?:\\s*(?:,|and|&|or|to|-)\\s*(?:${ROMAN}))*)\\b`,
    'gi',
  );
  for (const match of text.matchAll(after)) {
    for (const id of match[1]?.match(new RegExp(`\\b(?:${ROMAN})\\b`, 'gi')) ?? []) found.push(id.toLowerCase());
  }
  for (const match of text.matchAll(/(?<![\w'])(xiv|xiii|xii|viii|vii|xv|xi|iii|ix|iv|vi|ii)(?![\w'])/g))
    found.push(match[1] ?? '');
  return [...new Set(found)];
}

/** Year groups and key stages: "Y6", "year 10", "KS2", "reception". */
export function yearGroupsIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(
    /\b(?:y(?:ea)?rs?|years?|y)\.? ?(\d{1,2})(?: ?(?:-|–|to|and|&|\/) ?(?:y(?:r|ear)? ?)?(\d{1,2}))?(?!\d|%| ?(?:years|ago|visits|half))\b/gi,
  )) {
    for (const number of [match[1], match[2]]) {
      if (number !== undefined && Number(number) >= 1 && Number(number) <= 13) found.push(`Y${Number(number)}`);
    }
  }
  for (const match of text.matchAll(/\b(?:ks|key stage) ?([1-5])\b/gi)) found.push(`KS${match[1]}`);
  if (/\b(?:reception|yr ?r|year r)\b/i.test(text)) found.push('Reception');
  if (/\bnursery\b/i.test(text)) found.push('Nursery');
  return [...new Set(found)];
}

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:the )?(?:first|1st) (?:one|of them|option|request|school|name|visit|offer|finding)\b|^(?:the )?first(?: one)?[.!]?$/i,
    1,
  ],
  [
    /\b(?:the )?(?:second|2nd) (?:one|of them|option|request|school|name|visit|offer|finding)\b|^(?:the )?second[.!]?$/i,
    2,
  ],
  [
    /\b(?:the )?(?:third|3rd) (?:one|of them|option|request|school|name|visit|offer|finding)\b|^(?:the )?third[.!]?$/i,
    3,
  ],
  [/\b(?:the )?(?:fourth|4th) (?:one|of them|option|request|school|name|offer)\b/i, 4],
  [/\b(?:the )?(?:last|bottom) (?:one|of them|option|request|name|offer)\b|^(?:the )?last[.!]?$/i, -1],
  [/\b(?:the )?(?:top) (?:one|of them|option)\b/i, 1],
  [/\b(?:option|number|no\.?) (?:1|one)\b(?!\s*(?:\d|st))/i, 1],
  [/\b(?:option|number|no\.?) (?:2|two)\b/i, 2],
  [/\b(?:option|number|no\.?) (?:3|three)\b/i, 3],
];

/** "The second one" is 2, "the last one" is -1. */
export function ordinalIn(text: string): number | undefined {
  return ORDINALS.find(([pattern]) => pattern.test(text.trim()))?.[1];
}

/** "My schools" or everybody's. */
export function scopeIn(text: string): 'my_schools' | 'all' | undefined {
  const said = text.toLowerCase();
  if (
    /\b(?:my|our) (?:\w+ )?(?:schools|patch|caseload|list|lot|heads|alliances|area|visits|ones)\b|\ball (?:of )?mine\b|\b(?:which|any|how many|are any|all|status|rest) of mine\b|\bacross my\b|\bon my (?:books|list|patch)\b/.test(
      said,
    )
  )
    return 'my_schools';
  if (
    /\b(?:all|every|each) (?:the |our |local )?(?:\w+ )?(?:schools?|settings)\b|\bacross (?:the )?(?:city|authority|la|borough|county|partnership|whole|board)\b|\b(?:authority|city|county|borough|la)[- ]?wide\b|\bwhole (?:authority|city|partnership|county|borough)\b|\bwhich schools\b|\blist (?:the |of )?schools\b|\bhow many schools\b/.test(
      said,
    )
  )
    return 'all';
  return undefined;
}

/** The speaker's own school: "we", "our", "us", "my school". */
export function isOwn(text: string): boolean {
  return /\b(?:we|we're|were we|we've|weve|we'll|we'd|our|ours|us|my school|this school|the school|my (?:deputy|chair|governors|staff|senco|adviser|advisor)|am i|are we)\b/i.test(
    text.replace(/[’]/g, "'"),
  );
}
