/** The part of an address that says which page of a list is shown; without it the first. */
export interface Paged {
  readonly cursor?: string | undefined;
  readonly page?: number | undefined;
}

/** The same address from the first page on. */
export function firstPage<S extends Paged>(search: S): S {
  return { ...search, cursor: undefined, page: undefined };
}
