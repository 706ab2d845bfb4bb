import type { Matching } from '../../../core/partnership-matching.ts';

/** How the order is worked out, for the foot of the card: the authority's own numbers. */
export function weightsInWords(rules: Matching): string {
  const parts: readonly (readonly [string, number])[] = [
    ['what the request is mainly about', rules.mainFocus],
    ['another thing it names', rules.otherFocus],
    ['the phase', rules.phase],
    ['enough half-days left', rules.enoughLeft],
    [`nearness, falling to nothing at ${rules.farMiles} miles`, rules.near],
    ['the same area', rules.sameArea],
    ['run in the same way', rules.sameKind],
    ['each school helped in the last twelve months', rules.eachRecent],
    ['has helped this school before', rules.repeat],
    ['has been helped by this school', rules.reciprocal],
    ['the same trust', rules.sameTrust],
    ['did not answer before', rules.noAnswer],
  ];
  const told = parts.filter(([, points]) => points !== 0).map(([what, points]) => `${what} ${signed(points)}`);
  return `How the points are made up: ${told.join('; ')}. The authority sets them. They are advice: the choice is yours.`;
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : `−${-points}`;
}
