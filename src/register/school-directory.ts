import type { SchoolMoved } from '../core/conversion.ts';
import type { Directory, DirectoryEntry } from '../core/directory.ts';
import type { SchoolId } from '../core/ids.ts';
import type { School } from '../core/school.ts';

/**
 * Indexes schools for look-up by id, number and area. Built whole: a register that changed is another directory. A school is
 * found by the identity it had before a conversion too, so that what nobody rewrites, such as a settings file, still names it.
 */
export function createDirectory(schools: Iterable<School>, moved: Iterable<SchoolMoved> = []): Directory {
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
  const movedTo = new Map([...moved].map((mark) => [mark.school, mark.movedTo]));
  return {
    get: (id) => byId.get(id) ?? byId.get(whereItWent(movedTo, id)),
    byUrn: (urn) => byUrn.get(urn),
    all: () => entries,
    inArea: (area) => byArea.get(area) ?? [],
  };
}

/** Through every conversion since. A mark that leads back to itself leads nowhere. */
function whereItWent(movedTo: ReadonlyMap<SchoolId, SchoolId>, id: SchoolId): SchoolId {
  let at = id;
  for (let steps = 0; steps < movedTo.size; steps += 1) at = movedTo.get(at) ?? at;
  return at;
}

/** Only what names and areas need: at 26,000 schools, the rest of the record would be most of the memory. */
function entryOf(school: School): DirectoryEntry {
  const { id, urn, formerUrns, name, aliases, town, postcode, phase, area, adviser, status, laestab } = school;
  const { governance, trust, location } = school;
  return {
    id,
    urn,
    formerUrns,
    name,
    aliases,
    phase,
    status,
    governance,
    ...(town !== undefined ? { town } : {}),
    ...(postcode !== undefined ? { postcode } : {}),
    ...(area !== undefined ? { area } : {}),
    ...(adviser !== undefined ? { adviser } : {}),
    ...(laestab !== undefined ? { laestab } : {}),
    ...(trust !== undefined ? { trust } : {}),
    ...(location !== undefined ? { location } : {}),
  };
}
