/** Numbers that may differ from those they are given for as little as it takes to be so far from each other, in the same order, within bounds. */
export function apart(
  places: readonly number[],
  { by, from, to }: { readonly by: number; readonly from: number; readonly to: number },
): number[] {
  const order = places.map((_, index) => index).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  // Less what those before it take, each has to be no less than the one before: those that are become one, in their middle.
  const blocks: { sum: number; members: number[] }[] = [];
  for (const [rank, index] of order.entries()) {
    let block = { sum: (places[index] ?? 0) - rank * by, members: [index] };
    for (let before = blocks.at(-1); before && middleOf(before) > middleOf(block); before = blocks.at(-1)) {
      block = { sum: before.sum + block.sum, members: [...before.members, ...block.members] };
      blocks.pop();
    }
    blocks.push(block);
  }
  const last = Math.max(from, to - (places.length - 1) * by);
  const found = new Map<number, number>();
  for (const block of blocks) {
    for (const index of block.members) {
      found.set(index, Math.min(Math.max(middleOf(block), from), last) + found.size * by);
    }
  }
  return places.map((place, index) => found.get(index) ?? place);
}

function middleOf({ sum, members }: { readonly sum: number; readonly members: readonly number[] }): number {
  return sum / members.length;
}
