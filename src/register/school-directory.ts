import type { Directory, DirectoryEntry } from '../core/directory.ts';
import type { SchoolId } from '../core/ids.ts';
import type { School } from '../core/school.ts';

/** Indexes schools for look-up by id, number and area. Built whole: a register that changed is another directory. */
export function createDirectory(schools: Iterable<School>): Directory {
  const entries: DirectoryEntry[] = [];
  const byId = new Map<SchoolId, DirectoryEntry>();
  const byUrn = new Map<string, DirectoryEntry>();
  const byArea = new Map<string, DirectoryEntry[]>();
  for (const school of schools) {
    const entry = entryOf(school);
    entries.push(entry);
    byId.set(entry.id, entry);
    for (const urn of [entry.urn, ...entry.formerUrns]) byUrn.set(urn, entry);
    if (entry.area === undefined) continue;
    const area = byArea.get(entry.area);
    if (area) area.push(entry);
    else byArea.set(entry.area, [entry]);
  }
  return {
    get: (id) => byId.get(id),
    byUrn: (urn) => byUrn.get(urn),
    all: () => entries,
    inArea: (area) => byArea.get(area) ?? [],
  };
}

/** Only what names and areas need: at 26,000 schools, the rest of the record would be most of the memory. */
function entryOf(school: School): DirectoryEntry {
  const { id, urn, formerUrns, name, aliases, town, postcode, phase, area, adviser, status, laestab } = school;
  return {
    id,
    urn,
    formerUrns,
    name,
    aliases,
    phase,
    status,
    ...(town !== undefined ? { town } : {}),
    ...(postcode !== undefined ? { postcode } : {}),
    ...(area !== undefined ? { area } : {}),
    ...(adviser !== undefined ? { adviser } : {}),
    ...(laestab !== undefined ? { laestab } : {}),
  };
}
