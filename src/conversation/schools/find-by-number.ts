import type { NamedSchool } from './school-index.ts';

/** Schools by URN (their own of today or before a conversion), LAESTAB ("383/2456", "3832456") and postcode. */
export function numbersOf(schools: readonly NamedSchool[]): (text: string) => readonly number[] {
  const byNumber = new Map<string, number[]>();
  const add = (key: string | undefined, position: number) => {
    if (key === undefined || key === '') return;
    const known = byNumber.get(key);
    if (known === undefined) byNumber.set(key, [position]);
    else if (!known.includes(position)) known.push(position);
  };
  schools.forEach((school, i) => {
    add(school.urn, i);
    for (const former of school.formerUrns ?? []) add(former, i);
    add(school.laestab?.replace(/\D/g, ''), i);
    add(postcode(school.postcode), i);
  });
  return (text) => {
    const digits = /^(?:urn|laestab|dfe)?\s*(?:no\.?|number|code)?\s*:?\s*(\d{6}|\d{3}\s?[/-]?\s?\d{4})$/i.exec(
      text.trim(),
    )?.[1];
    if (digits !== undefined) return byNumber.get(digits.replace(/\D/g, '')) ?? [];
    return byNumber.get(postcode(text) ?? '') ?? [];
  };
}

function postcode(text: string | undefined): string | undefined {
  const found = /^([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})$/i.exec(text?.trim() ?? '');
  return found ? `${found[1]}${found[2]}`.toUpperCase() : undefined;
}
