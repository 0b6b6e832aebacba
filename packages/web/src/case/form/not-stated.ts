/** What is stored where the source states nothing: the domain's `NOT_STATED`, written here so that the page does not load the schemas. */
const NOT_STATED = 'not stated';

/** The same for the unit of a reported amount. */
const UNIT_NOT_STATED = 'unspecified';

/** What is stored for a field whose source states nothing. */
export function notStatedAs({ name }: { readonly name: string }): string {
  return name === 'unit' ? UNIT_NOT_STATED : NOT_STATED;
}
