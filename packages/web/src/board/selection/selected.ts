/** The mines that are selected: some, one by one, or all that fit the filters. */
export type Selected =
  | { readonly kind: 'some'; readonly mineIds: readonly string[] }
  | { readonly kind: 'all'; readonly count: number };
