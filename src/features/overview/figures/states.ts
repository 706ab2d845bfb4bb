import { STATE_WORDS, type State, type SupportRequest } from '../../support/index.ts';

/** Requests by state, in the order a request goes through them. States without any are left out. */
export function byState(requests: readonly SupportRequest[]): ReadonlyMap<State, readonly SupportRequest[]> {
  const groups = Map.groupBy(requests, ({ state }) => state);
  const states = Object.keys(STATE_WORDS) as State[];
  return new Map(
    states.flatMap((state) => {
      const group = groups.get(state);
      return group ? [[state, group] as const] : [];
    }),
  );
}
