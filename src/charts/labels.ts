/** A label that wants to stand at `at` and takes `size` along the line it may be moved on. */
interface Label {
  at: number;
  size: number;
}

/**
 * Where labels stand when none overlaps another: each as near as it can be to where it wants to be,
 * in the order they want, within the stretch from `low` to `high`. Labels that want the same place
 * are spread evenly around it. Where the stretch is too short for all, the last run over its end.
 */
export function spread(labels: readonly Label[], [low, high]: [number, number]): number[] {
  // Neighbours that touch become one block, which stands where its labels want it on average.
  interface Block {
    indexes: number[];
    size: number;
    start: number;
  }
  const wanted = (index: number) => labels[index] ?? { at: 0, size: 0 };
  const startOf = (indexes: number[], size: number) => {
    let before = 0;
    const starts = indexes.map((index) => {
      const { at, size: own } = wanted(index);
      const start = at - own / 2 - before;
      before += own;
      return start;
    });
    const mean = starts.reduce((sum, start) => sum + start, 0) / starts.length;
    return Math.max(low, Math.min(mean, high - size));
  };
  const order = labels
    .map((_, index) => index)
    .sort((a, b) => wanted(a).at - wanted(b).at || a - b);
  const blocks: Block[] = [];
  for (const index of order) {
    const { size } = wanted(index);
    let block: Block = { indexes: [index], size, start: startOf([index], size) };
    for (
      let previous = blocks.at(-1);
      previous && previous.start + previous.size > block.start;
      previous = blocks.at(-1)
    ) {
      blocks.pop();
      const indexes = [...previous.indexes, ...block.indexes];
      const together = previous.size + block.size;
      block = { indexes, size: together, start: startOf(indexes, together) };
    }
    blocks.push(block);
  }
  const places = new Array<number>(labels.length).fill(0);
  for (const { indexes, start } of blocks) {
    let edge = start;
    for (const index of indexes) {
      const { size } = wanted(index);
      places[index] = edge + size / 2;
      edge += size;
    }
  }
  return places;
}
