/** What may stand in a slot of the mini-grammar. */
const SLOTS: Readonly<Record<string, readonly string[]>> = {
  focus: [
    'phonics',
    'early reading',
    'maths',
    'writing',
    'attendance',
    'behaviour',
    'SEND',
    'governance',
    'EYFS',
    'science',
    'pupil premium',
    'EAL',
    'oracy',
    'curriculum',
    'assessment',
    'mixed age classes',
    'middle leadership',
    'history',
  ],
  school: [
    'Northcliffe',
    'Hollin Lane',
    'Stonepit Juniors',
    "St Wilfrid's",
    'Beckwith High',
    'Quarrydale Academy',
    'Elmfield',
    'Moorbank Infants',
    'Whinfield Primary',
    'Copley Road',
    'Millbrook',
    'Oakbeck CE',
  ],
  date: [
    'tuesday',
    'the 3rd',
    '12 January',
    'next week',
    'after half term',
    '18/11',
    'yesterday',
    'friday',
    'march',
    'this morning',
    'w/c 30th',
    'before christmas',
  ],
  c: ['1', '2', '3', '4', '5', 'three', 'two'],
  n: ['2', '3', '4', 'six', '5', '10'],
  person: ['Nadia', 'Tom', 'Jo', 'Helen', 'Priya', 'Mr Patel', 'Dawn', 'Imran'],
  ref: ['41', 'request 27', '38', 'SR-2026-0093', '#112', '88'],
  area: ['Otley', 'the north', 'east', 'Wetherby', 'LS21', 'inner west'],
  metric: [
    'phonics from 56 to 71%',
    'attendance up 2%',
    'GLD 60 to 68',
    'suspensions halved',
    'Y4 arithmetic 54 to 71',
  ],
};

/** One way of saying a line of the mini-grammar: `(a|b)` picks one, `[x]` may be left out, `{slot}` is filled. */
export function expandLine(line: string, random: () => number): string {
  let at = 0;
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const until = (stops: string): string => {
    let said = '';
    while (at < line.length && !stops.includes(line[at] ?? '')) {
      const here = line[at];
      at += 1;
      if (here === '(') {
        const ways = [until('|)')];
        while (line[at] === '|') {
          at += 1;
          ways.push(until('|)'));
        }
        at += 1;
        said += pick(ways) ?? '';
      } else if (here === '[') {
        const maybe = until(']');
        at += 1;
        if (random() < 0.5) said += maybe;
      } else if (here === '{') {
        const end = line.indexOf('}', at);
        const slot = line.slice(at, end);
        at = end + 1;
        said += pick(SLOTS[slot] ?? [slot]) ?? '';
      } else said += here;
    }
    return said;
  };
  return until('').replace(/\s+/g, ' ').trim();
}

/** Numbers from 0 to 1 that are the same on every run (mulberry32, seeded from the words). */
export function randomFrom(words: string): () => number {
  let state = [...words].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), 2166136261) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
