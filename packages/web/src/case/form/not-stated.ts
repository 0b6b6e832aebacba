/** What is stored where the source states nothing: the domain's `NOT_STATED`, written here so that the page does not load the schemas. */
export const NOT_STATED = 'not stated';
