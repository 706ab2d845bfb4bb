import type { JsonObject } from '../../core/store.ts';
import { listed, longDate } from '../../core/wording.ts';
import { focusesInWords, type SupportRequest } from '../support/index.ts';
import { type Late, type LateRules, lateIn } from './figures/late.ts';
import type { Parts } from './parts.ts';

export interface LateRequest {
  readonly request: SupportRequest;
  readonly late: readonly Late[];
}

/** The open requests in which something is overdue, the longest overdue first. */
export function lateRequests(requests: readonly SupportRequest[], rules: LateRules): readonly LateRequest[] {
  return requests
    .filter(({ open }) => open)
    .map((request) => ({ request, late: lateIn(request, rules) }))
    .filter(({ late }) => late.length > 0)
    .toSorted((a, b) => since(a).localeCompare(since(b)) || a.request.ref.localeCompare(b.request.ref));
}

function since({ late }: LateRequest): string {
  return late[0]?.due.toString() ?? '';
}

/** "To be picked up by 17 November 2026. Waiting for Priya Nair." */
export function lateInWords({ what, due, waitingFor }: Late): string {
  const who =
    waitingFor.length === 0
      ? 'There is nobody to wait for: please give it to somebody'
      : `Waiting for ${listed(waitingFor, 'or')}`;
  return `${what}, by ${longDate(due.toString())}. ${who}.`;
}

export function lateRow({ focuses }: Pick<Parts, 'focuses'>, { request, late }: LateRequest): JsonObject {
  return {
    name: `${request.ref}: ${focusesInWords(focuses, request.wish.focuses)}`,
    school: request.wish.schoolName,
    late: late.map((one) => ({ text: lateInWords(one) })),
    request: request.ref,
    label: `Open ${request.ref}`,
  };
}
