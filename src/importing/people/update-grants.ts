import type { Temporal } from 'temporal-polyfill';
import type { Grant } from '../../core/people.ts';
import { canonical } from '../writing/canonical.ts';
import type { GrantRow } from './parse-grant.ts';

/**
 * What a person's grants are once the file has spoken. A grant the file names is as the file says; without a first day it
 * keeps the one it has, or begins today. A grant the file no longer names is ended yesterday, so that it holds no longer,
 * and stays on record; one that had ended already stays as it was.
 */
export function updateGrants(
  held: readonly Grant[],
  inFile: readonly GrantRow['grant'][],
  today: Temporal.PlainDate,
  options: { readonly endOthers: boolean },
): readonly Grant[] {
  const spokenOf = new Set<Grant>();
  const added: Grant[] = [];
  const updated = new Map<Grant, Grant>();
  for (const wanted of inFile) {
    const same = held.filter((grant) => !spokenOf.has(grant) && isSameRole(grant, wanted));
    const before = same.find((grant) => grant.from === wanted.from) ?? same.find((grant) => !hasEnded(grant, today));
    const next = grantOf(wanted, before, today);
    if (before) {
      spokenOf.add(before);
      updated.set(before, next);
    } else if (!added.some((grant) => canonical(grant) === canonical(next))) added.push(next);
  }
  const yesterday = today.subtract({ days: 1 }).toString();
  const kept = held.map((grant) => {
    const named = updated.get(grant);
    if (named) return named;
    return options.endOthers && !hasEnded(grant, today) ? { ...grant, to: yesterday } : grant;
  });
  return [...kept, ...added];
}

function grantOf(wanted: GrantRow['grant'], before: Grant | undefined, today: Temporal.PlainDate): Grant {
  const { role, scope, to } = wanted;
  const from = wanted.from ?? before?.from ?? today.toString();
  return { role, scope, from, ...(to === undefined ? {} : { to }) };
}

function isSameRole(grant: Grant, wanted: GrantRow['grant']): boolean {
  return grant.role === wanted.role && canonical(grant.scope) === canonical(wanted.scope);
}

function hasEnded(grant: Grant, today: Temporal.PlainDate): boolean {
  return grant.to !== undefined && grant.to < today.toString();
}
