const ZONE = { timeZone: 'Europe/London' };
const TIME = new Intl.DateTimeFormat('en-GB', { ...ZONE, hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', {
  ...ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const SHORT_DAY = new Intl.DateTimeFormat('en-GB', {
  ...ZONE,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const PARTS = new Intl.DateTimeFormat('en-CA', {
  ...ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

export const timeOf = (date) => TIME.format(date);
export const dayOf = (date) => DAY.format(date);
export const shortMoment = (date) => `${SHORT_DAY.format(date).replace(',', '')}, ${TIME.format(date)}`;

/** As a date-and-time input wants it, for a wall clock in England: "2026-12-01T09:00". */
export function wallClock(date) {
  const part = Object.fromEntries(PARTS.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/** The same time of day a week or a month later. */
export function later(wall, step) {
  const date = new Date(`${wall}:00Z`);
  if (step === 'week') date.setUTCDate(date.getUTCDate() + 7);
  else {
    const day = date.getUTCDate();
    date.setUTCMonth(date.getUTCMonth() + 1);
    if (date.getUTCDate() !== day) date.setUTCDate(0);
  }
  return date.toISOString().slice(0, 16);
}
