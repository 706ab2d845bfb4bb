import type { JsonObject } from '../../../core/store.ts';
import { focusChoices } from '../focuses.ts';
import type { Parts } from '../parts.ts';
import { MOST_HALF_DAYS } from '../schema.ts';
import { NO_OTHER } from './request-form.ts';
import { KIND_WORDS } from './words.ts';

/** What the inputs of the request card begin with: heard in a sentence, filled in before, or sent before. */
export interface FilledIn {
  readonly focuses?: readonly string[] | undefined;
  readonly kind?: string | undefined;
  readonly halfDays?: string | number | undefined;
  readonly yearGroups?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly outcome?: string | undefined;
  readonly tried?: string | undefined;
  readonly chairMayKnow?: boolean | undefined;
}

/** The inputs of `support/request-form`, whatever cannot stand in them left out. */
export function wishInputs(parts: Pick<Parts, 'focuses'>, filled: FilledIn): JsonObject {
  const known = (filled.focuses ?? []).filter((key) => Object.hasOwn(parts.focuses, key));
  const halfDays = Number(filled.halfDays ?? '');
  return {
    focuses: focusChoices(parts.focuses),
    focus: known[0] ?? '',
    others: [{ title: 'Nothing else', value: NO_OTHER }, ...focusChoices(parts.focuses)],
    also: known[1] ?? NO_OTHER,
    kinds: Object.entries(KIND_WORDS).map(([value, title]) => ({ title, value })),
    kind: filled.kind && Object.hasOwn(KIND_WORDS, filled.kind) ? filled.kind : 'visit',
    hasHalfDays: Number.isInteger(halfDays) && halfDays >= 1 && halfDays <= MOST_HALF_DAYS,
    halfDays,
    yearGroups: filled.yearGroups ?? '',
    from: filled.from ?? '',
    to_day: filled.to ?? '',
    outcome: filled.outcome ?? '',
    tried: filled.tried ?? '',
    chairMayKnow: filled.chairMayKnow ? 'true' : 'false',
  };
}
