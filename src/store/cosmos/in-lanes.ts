/** How many requests are under way at once: enough to hide the network, few enough not to use up the account's allowance. */
const lanes = 8;

/**
 * Does the work for each item, several at a time, and gives the results in the order of the items. When one fails, no new
 * one is begun, those under way end, and the first failure is thrown.
 */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const failures: unknown[] = [];
  const lane = async () => {
    for (const [index, item] of waiting) {
      if (failures.length > 0) return;
      try {
        results[index] = await work(item);
      } catch (failure) {
        failures.push(failure);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  if (failures.length > 0) throw failures[0];
  return results;
}
