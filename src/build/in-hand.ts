/**
 * Does the work of each item in order, so many at a time, and waits for all that was begun. Where
 * `isOver` says so, no other is begun.
 */
export async function inHand<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
  isOver: () => boolean,
): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    while (!isOver()) {
      const { value, done } = queue.next();
      if (done) return;
      await work(value);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
