import { createHash } from 'node:crypto';

/** Where in a data folder lies what is kept of people, relative to it. */
export const PEOPLE_FOLDER = 'people';

/** The name of somebody's files: a hash, as an id may hold anything. */
export function keyOf(person: string): string {
  return createHash('sha256').update(person).digest('hex');
}

/** Whether a path of a data folder, relative to it, is one of somebody's files: what they chose, or what they saw. */
export function isOfSomebody(path: string): boolean {
  const [folder, name = '', ...more] = path.split('/');
  return folder === PEOPLE_FOLDER && more.length === 0 && /^[0-9a-f]{64}(?:\.seen)?\.json$/.test(name);
}
