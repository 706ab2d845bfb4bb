import type { DirectoryEntry } from '../../../core/directory.ts';

const METRES_IN_A_MILE = 1609.344;

/** As the crow flies, from the register's national grid references. `undefined` where the register has none. */
export function milesBetween(a: DirectoryEntry | undefined, b: DirectoryEntry | undefined): number | undefined {
  if (!a?.location || !b?.location) return undefined;
  const east = a.location.easting - b.location.easting;
  const north = a.location.northing - b.location.northing;
  return Math.hypot(east, north) / METRES_IN_A_MILE;
}

/** "less than a mile", "about 1 mile", "about 12 miles". */
export function milesInWords(miles: number): string {
  const whole = wholeMiles(miles);
  if (whole === 0) return 'less than a mile';
  return `about ${whole} mile${whole === 1 ? '' : 's'}`;
}

export function wholeMiles(miles: number): number {
  return miles < 1 ? 0 : Math.round(miles);
}
