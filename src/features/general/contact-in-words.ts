import type { Contact } from '../../core/partnership-contacts.ts';
import type { Person } from '../../core/people.ts';

type Reachable = Partial<Pick<Contact, 'phone' | 'email' | 'url' | 'hours'>> & { readonly name: string };

/** A line of a card: who, and every way to reach them. Nothing where there is none. */
export function contactFacts({
  name,
  phone,
  email,
  url,
  hours,
}: Reachable): readonly { readonly title: string; readonly value: string }[] {
  const ways = [phone, email, url].filter((way) => way !== undefined).join(', ');
  if (ways === '') return [];
  return [{ title: name, value: hours === undefined ? ways : `${ways} (${hours})` }];
}

/** The same of a colleague. */
export function colleagueFacts(person: Person): ReturnType<typeof contactFacts> {
  return contactFacts({ name: person.displayName, phone: person.phone, email: person.email });
}

/** "Education Support on 08000 562 561": with the number in the sentence, so that words alone are enough. */
export function byPhone({ name, phone }: Pick<Reachable, 'name' | 'phone'>): string {
  return phone === undefined ? name : `${name} on ${phone}`;
}
