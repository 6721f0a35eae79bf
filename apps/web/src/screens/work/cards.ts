/** What a card of the board says of one partnership. */
export interface Card<Item> {
  /** What comes first. */
  readonly first: Item;
  /** How much comes after it. */
  readonly others: number;
}

/** One card for each partnership, in the order of what comes first. @param items earliest first */
export function cardsOf<Item extends { readonly partnership: { readonly id: string } }>(
  items: readonly Item[],
): Card<Item>[] {
  const cards = new Map<string, Card<Item>>();
  for (const item of items) {
    const { id } = item.partnership;
    const known = cards.get(id);
    cards.set(id, known ? { ...known, others: known.others + 1 } : { first: item, others: 0 });
  }
  return [...cards.values()];
}
