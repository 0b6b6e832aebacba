import { resolve } from 'node:path';

/** A text as one word for a shell. */
export function quoted(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The start of a command to copy that works on a data folder and a store: `rectify`, with options where they are not the usual ones. */
export function rectifyOn({ data, store }: { readonly data: string; readonly store: string }): string {
  const folder = data === resolve('data') ? '' : ` --data ${quoted(data)}`;
  const url = store === `sqlite:${data}/events.db` || store === 'memory:' ? '' : ` --store ${quoted(store)}`;
  return `rectify${folder}${url}`;
}
