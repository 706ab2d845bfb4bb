import type { Temporal } from 'temporal-polyfill';
import { sentenceCase } from '../../core/wording.ts';
import { focusesInWords, STATE_WORDS, type State, type SupportRequest } from '../support/index.ts';
import { loads } from './figures/load.ts';
import { byState } from './figures/states.ts';
import { timesTaken } from './figures/times.ts';
import { byMainFocus, isUnmet } from './figures/unmet.ts';
import type { WorkingDays } from './figures/working-days.ts';
import type { Parts } from './parts.ts';
import type { Line, Section } from './section.ts';
import type { Survey } from './survey.ts';
import { requestsInWords, takenInWords, workingDaysInWords } from './words.ts';

export function whereTheyAre(requests: readonly SupportRequest[]): Section {
  const states: readonly (readonly [State, readonly SupportRequest[]])[] = [...byState(requests)];
  return {
    heading: 'Where requests are',
    lines: states.map(([state, those]) => counted(STATE_WORDS[state], those.length)),
  };
}

export function howLong(requests: readonly SupportRequest[], { times }: Survey, days: WorkingDays): Section {
  const accepted = timesTaken(requests, times.accepted, days);
  const matched = timesTaken(requests, times.matched, days);
  return {
    heading: 'How long it takes',
    lines: [
      { label: 'From sent to picked up', value: inWords(accepted.median), detail: takenInWords(accepted) },
      { label: 'From sent to a partner’s yes', value: inWords(matched.median), detail: takenInWords(matched) },
    ],
  };
}

function inWords(median: number | undefined): string {
  return median === undefined ? 'None yet' : workingDaysInWords(median);
}

/** By what they are mainly about. */
export function withoutAPartner(
  { focuses }: Pick<Parts, 'focuses'>,
  requests: readonly SupportRequest[],
  { times }: Survey,
): Section {
  const unmet = requests.filter((request) => isUnmet(request, times.matched));
  const lines = [...byMainFocus(unmet)].map(([focus, those]): Line => {
    const ended = those.filter(({ open }) => !open).length;
    const line = counted(focusesInWords(focuses, [focus]), those.length);
    return ended === 0 ? line : { ...line, detail: `${ended} of them ended without one` };
  });
  return {
    heading: 'Without a partner',
    note: lines.length === 0 ? 'Every request has a partner.' : '',
    lines,
  };
}

export function whoHasWhat(
  { colleagues }: Pick<Parts, 'colleagues'>,
  requests: readonly SupportRequest[],
  today: Temporal.PlainDate,
): Section {
  return {
    heading: 'Who has what',
    note: 'Open requests, whenever they were sent.',
    lines: loads(requests, colleagues, today).map(({ name, owned, asked }) => ({
      ...counted(name, owned),
      detail: asked === 0 ? '' : `${requestsInWords(asked)} sent to them and not picked up`,
    })),
  };
}

function counted(label: string, count: number): Line {
  return { label: sentenceCase(label), value: String(count), size: count };
}
