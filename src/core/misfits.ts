/** One thing wrong in a configuration file: where, what, and what to do about it. */
export interface Misfit {
  /** "levels[2].visits.min" */
  readonly path: string;
  readonly problem: string;
  readonly remedy: string;
}

/** Items that use a name another item of the same list already has. */
export function repeated<Name extends string>(
  items: readonly Readonly<Record<Name, string>>[],
  list: string,
  name: Name,
): readonly Misfit[] {
  return items.flatMap((item, i) => {
    const first = items.findIndex((other) => other[name] === item[name]);
    return first < i
      ? [
          {
            path: `${list}[${i}].${name}`,
            problem: `"${item[name]}" is already used by ${list}[${first}]`,
            remedy: 'Give each its own, or take one of them out.',
          },
        ]
      : [];
  });
}

/** A last day before the first. `at` ends in a dot, or is empty at the top of the file. */
export function wrongOrder(
  dated: { readonly validFrom?: string | undefined; readonly validTo?: string | undefined },
  at: string,
): readonly Misfit[] {
  const { validFrom, validTo } = dated;
  return validFrom !== undefined && validTo !== undefined && validTo < validFrom
    ? [
        {
          path: `${at}validTo`,
          problem: `${validTo} is before validFrom, ${validFrom}`,
          remedy: 'Put the dates in order, or leave validTo out while it still holds.',
        },
      ]
    : [];
}
