/** The longest bar in a chart: what a phone shows on one line. */
const LONGEST = 16;

/**
 * A bar as text, so that Teams on every client and Slack draw the same; the number always stands in words beside it. Nought has
 * no bar, and anything more has one that can be seen.
 */
export function bar(value: number, largest: number): string {
  if (value <= 0 || largest <= 0) return '';
  const halves = Math.max(1, Math.round((Math.min(value, largest) / largest) * LONGEST * 2));
  return '█'.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? '▌' : '');
}

/** The same with the rest drawn faintly: how much of a whole is taken. */
export function partBar(value: number, whole: number): string {
  const drawn = bar(value, whole);
  return drawn + '░'.repeat(LONGEST - drawn.length);
}
