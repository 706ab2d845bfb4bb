import type { Column, TableKind } from '../reading/columns.ts';

const columns = {
  name: { names: ['name'], required: true },
  email: { names: ['email', 'e-mail'], required: true },
  role: { names: ['role'], required: true },
  scope: { names: ['scope'], required: true },
  where: { names: ['where'], required: true },
  from: { names: ['from'] },
  to: { names: ['to'] },
  phone: { names: ['phone', 'telephone'] },
  title: { names: ['title'] },
  phases: { names: ['phases', 'knows phases'] },
  specialisms: { names: ['specialisms', 'knows about'] },
} satisfies Record<string, Column>;

export type PeopleColumn = keyof typeof columns;

export const PEOPLE: TableKind<PeopleColumn> = { name: 'the people file', columns };
