import type { Temporal } from 'temporal-polyfill';
import type { Grant } from '../../core/people.ts';
import { canonical } from '../writing/canonical.ts';
import type { GrantRow } from './parse-grant.ts';

type Wanted = GrantRow['grant'];

/**
 * What a person's grants are once the file has spoken. A grant the file names is as the file says; without a first day it
 * keeps the one it has, or begins today. A grant the file no longer names is ended yesterday, so that it holds no longer,
 * and stays on record; one that had ended already stays as it was. The same file again changes nothing.
 */
export function updateGrants(
  held: readonly Grant[],
  inFile: readonly Wanted[],
  today: Temporal.PlainDate,
  options: { readonly endOthers: boolean },
): readonly Grant[] {
  const said = new Map<Grant, Grant>();
  const added = new Map<Wanted, Grant>();
  const wanted = onceEach(inFile);
  const free = (each: Wanted) => held.filter((grant) => !said.has(grant) && isSameRole(grant, each));
  const say = (each: Wanted, before: Grant | undefined) => {
    const next = grantOf(each, before, today);
    if (before) said.set(before, next);
    else added.set(each, next);
  };
  // Whatever names its first day finds its own first, so that no looser match takes it away.
  const left = wanted.filter((each) => {
    const own = free(each).find(({ from }) => from === each.from);
    if (own) say(each, own);
    return !own;
  });
  for (const each of [...left].sort((a, b) => Number(a.from !== undefined) - Number(b.from !== undefined))) {
    const live = free(each).find((grant) => !hasEnded(grant, today));
    const spokenFor = [...said.values(), ...added.values()].some(
      (grant) => isSameRole(grant, each) && holds(grant, today),
    );
    if (live || each.from !== undefined || !spokenFor) say(each, live);
  }
  const yesterday = today.subtract({ days: 1 }).toString();
  const ended = (grant: Grant) => (options.endOthers && !hasEnded(grant, today) ? { ...grant, to: yesterday } : grant);
  return [...held.map((grant) => said.get(grant) ?? ended(grant)), ...wanted.flatMap((each) => added.get(each) ?? [])];
}

/** A role and place with the same first day, or with none, is one grant however often it is listed; the first row counts. */
function onceEach(inFile: readonly Wanted[]): readonly Wanted[] {
  const rows = new Map<string, Wanted>();
  for (const each of inFile) {
    const key = canonical({ role: each.role, scope: each.scope, from: each.from });
    if (!rows.has(key)) rows.set(key, each);
  }
  return [...rows.values()];
}

function grantOf(wanted: Wanted, before: Grant | undefined, today: Temporal.PlainDate): Grant {
  const { role, scope, to } = wanted;
  const from = wanted.from ?? before?.from ?? today.toString();
  return { role, scope, from, ...(to === undefined ? {} : { to }) };
}

function isSameRole(grant: Grant, wanted: Wanted): boolean {
  return grant.role === wanted.role && canonical(grant.scope) === canonical(wanted.scope);
}

function hasEnded(grant: Grant, today: Temporal.PlainDate): boolean {
  return grant.to !== undefined && grant.to < today.toString();
}

function holds(grant: Grant, today: Temporal.PlainDate): boolean {
  return grant.from <= today.toString() && !hasEnded(grant, today);
}
