/**
 * Works through items: those with the same key one after another in order, different keys side by side, at most `width`
 * keys at once. `work` must not reject; one item's trouble is its own.
 */
export async function runInLanes<Item>(
  items: readonly Item[],
  options: { readonly width: number; readonly key: (item: Item) => string },
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queues = [...Map.groupBy(items, options.key).values()];
  async function runLane(): Promise<void> {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      for (const item of queue) await work(item);
    }
  }
  await Promise.all(Array.from({ length: Math.min(options.width, queues.length) }, runLane));
}
