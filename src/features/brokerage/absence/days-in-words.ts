import { longDate } from '../../../core/wording.ts';

/** "on 3 December 2026", "from 3 to 14 December 2026". */
export function daysInWords({ from, to }: { readonly from: string; readonly to: string }): string {
  if (from === to) return `on ${longDate(from)}`;
  const [last, first] = [longDate(to), longDate(from)];
  if (from.slice(0, 7) === to.slice(0, 7)) return `from ${Number(from.slice(8))} to ${last}`;
  return `from ${from.slice(0, 4) === to.slice(0, 4) ? first.replace(/ \d{4}$/, '') : first} to ${last}`;
}

/** Days that touch or overlap are one absence. In order. */
export function joined(days: readonly { readonly from: string; readonly to: string }[]) {
  const all: { from: string; to: string }[] = [];
  for (const { from, to } of days.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const before = all.at(-1);
    if (before && from <= before.to) before.to = to > before.to ? to : before.to;
    else all.push({ from, to });
  }
  return all;
}
