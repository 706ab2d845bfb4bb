import type { Partnership } from '../../core/partnership.ts';

/** What people are told where messages are kept to learn from; nothing where they are not. */
export function keptForReview({ review }: Pick<Partnership, 'review'>): readonly string[] {
  if (!review.keepUnanswered) return [];
  return [
    `When I can’t follow a message, I keep its words for ${review.keepDays} days so that the partnership team can teach me. Names, schools and numbers are taken out first, I don’t keep who wrote it, and I keep nothing about a child, a worry or a member of staff.`,
  ];
}
