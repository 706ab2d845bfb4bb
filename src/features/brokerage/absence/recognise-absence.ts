import type { Asking, Call } from '../../../core/feature.ts';
import type { DateMention } from '../../../core/intent.ts';
import { serves } from './serves.ts';

type ReadDates = (text: string, at: Asking['now']) => readonly DateMention[];

/**
 * "I'm away from 3 to 14 December", "I'm back", "who covers for me?": said by somebody in the service and about nothing else.
 * From anybody else it means whatever a reader makes of it.
 */
export function recogniseAbsence(readDates: ReadDates | undefined) {
  return (text: string, asking: Asking): Call | undefined => {
    if (!asking.viewer || !serves(asking.viewer, asking.today)) return undefined;
    const said = plain(text);
    if (COVER.test(said) || BACK.test(said)) return { verb: 'brokerage.cover', data: {} };
    if (!AWAY.test(said)) return undefined;
    const stretch = asAStretch(said);
    const dates = readDates?.(stretch, asking.now) ?? [];
    const rest = dates.reduce((left, { text: date }) => left.replace(date.toLowerCase(), ' '), stretch);
    if (
      !ONLY_AWAY.test(
        rest
          .replace(/[^a-z' ]+/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
    )
      return undefined;
    const [first] = dates;
    const last = dates.at(-1);
    return { verb: 'brokerage.away', data: first && last ? { from: first.from, to: last.to } : {} };
  };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[?.!]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "from the 3rd to the 14th", "between 3 and 14" -> "3rd to 14th", "3 to 14": from one day to another, both of them away. */
function asAStretch(said: string): string {
  return said.replace(/\bbetween (.+?) and /, '$1 to ').replace(/\b(?:from|the) /g, '');
}

const I = "(?:i'm|im|i am|i'll be|i will be|i shall be|i'm going to be)";
const GONE =
  '(?:away|on (?:annual )?leave|on holiday|off(?: work)?|out of (?:the )?office|not (?:here|in|working|available))';
const AWAY = new RegExp(`^${I} ${GONE}\\b`);
/** Nothing but the absence: a message that wants something beside it is for a reader. */
const ONLY_AWAY = new RegExp(
  `^${I} ${GONE}(?: (?:from|until|till|til|to|for|on|between|and|through|inclusive|all|the))*$`,
);
const BACK = /^(?:i'm|im|i am) (?:back(?: (?:now|early|again|today))?|not away(?: (?:any ?more|after all))?)$/;
const COVER =
  /^(?:who(?:'s| is)? (?:covers?|covering)(?: for)? me(?: (?:while|when) i'm (?:away|off|on leave))?|who has my (?:schools|requests) (?:while|when) i'm (?:away|off|on leave)|am i (?:down as )?away|when am i away)$/;
