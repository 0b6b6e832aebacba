import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the golden histories. */
export const folder = import.meta.dirname;

/** The names of all golden histories, in alphabetical order. */
export function namesOfHistories(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted();
}

/** What a file holds, not yet checked. */
export function read(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}
