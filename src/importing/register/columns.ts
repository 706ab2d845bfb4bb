import type { Column, TableKind } from '../reading/columns.ts';

/**
 * The register's columns this partnership uses, of the 140 of 2023 or the 135 of today. Headteachers' names and job titles
 * are not among them, so no reader of this kind can ever see them: they are stale, personal, and prove nothing about who
 * somebody is.
 */
const columns = {
  urn: { names: ['URN'], required: true },
  laCode: { names: ['LA (code)'], required: true },
  number: { names: ['EstablishmentNumber'] },
  name: { names: ['EstablishmentName'], required: true },
  typeName: { names: ['TypeOfEstablishment (name)'] },
  typeGroup: { names: ['EstablishmentTypeGroup (name)'], required: true },
  status: { names: ['EstablishmentStatus (name)'], required: true },
  openDate: { names: ['OpenDate'] },
  closeDate: { names: ['CloseDate'] },
  reasonClosed: { names: ['ReasonEstablishmentClosed (name)'] },
  phase: { names: ['PhaseOfEducation (name)'], required: true },
  lowAge: { names: ['StatutoryLowAge'] },
  highAge: { names: ['StatutoryHighAge'] },
  religiousCharacter: { names: ['ReligiousCharacter (name)'] },
  trust: { names: ['Trusts (name)'] },
  changed: { names: ['LastChangedDate'] },
  town: { names: ['Town'] },
  postcode: { names: ['Postcode'] },
  ward: { names: ['AdministrativeWard (name)'] },
  easting: { names: ['Easting'] },
  northing: { names: ['Northing'] },
} satisfies Record<string, Column>;

export type RegisterColumn = keyof typeof columns;

export const REGISTER: TableKind<RegisterColumn> = { name: 'the schools register (GIAS)', columns };
