import { z } from 'zod';
import { Words } from './framework-source.ts';

const Phone = z
  .string()
  .regex(/^\+?\d[\d ]{1,19}$/, { message: 'must be a telephone number in digits and spaces, such as "01632 960000"' });

const details = {
  /** As a person would say it: "the Education Improvement team". */
  name: Words,
  phone: Phone.optional(),
  email: z.email({ message: 'must be an e-mail address' }).optional(),
  url: z.url({ message: 'must be a web address beginning with https://' }).optional(),
  /** "Monday to Friday, 8.30am to 5pm" */
  hours: Words.optional(),
  note: Words.optional(),
};

/** A person, team or line somebody can turn to. */
export const Contact = z.strictObject(details).refine((contact) => contact.phone ?? contact.email ?? contact.url, {
  message: 'must have at least one of phone, email and url',
});
export type Contact = z.infer<typeof Contact>;

/** Where a telephone call is the only right answer. */
export const PhoneContact = z.strictObject({ ...details, phone: Phone });
export type PhoneContact = z.infer<typeof PhoneContact>;

/** Where the bot sends people on, word for word. It never handles these matters itself (domain.md §22). */
export const Contacts = z.strictObject({
  /** The authority's front door for a worry about a child. */
  safeguarding: PhoneContact,
  /** 999, for danger now. */
  emergency: PhoneContact,
  /** When the front door is closed. */
  outOfHours: PhoneContact,
  adviserTeam: Contact,
  complaints: Contact,
  pressOffice: Contact,
  dataProtection: Contact,
  /** For a headteacher who is struggling. */
  wellbeing: PhoneContact,
});
export type Contacts = z.infer<typeof Contacts>;
