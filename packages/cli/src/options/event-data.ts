import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { CannotBeDone, UsageError } from '../failures.ts';

/**
 * The data of an event as given on the command line: JSON itself, `-` for standard input, `@file` for a file.
 * @throws UsageError when it is no JSON
 * @throws CannotBeDone when the file cannot be read
 */
export async function readEventData(given: string): Promise<unknown> {
  if (given === '-') return parsed(await text(process.stdin), 'standard input');
  if (given.startsWith('@')) return parsed(contentOf(given.slice(1)), given.slice(1));
  return parsed(given, '--data');
}

/**
 * The JSON in a file, or for `-` on standard input.
 * @throws UsageError when it is no JSON
 * @throws CannotBeDone when the file cannot be read
 */
export async function readJson(file: string): Promise<unknown> {
  return readEventData(file === '-' ? file : `@${file}`);
}

/** The data of something whose fields can be given as options too. @throws UsageError when it is no JSON object */
export function asObject(data: unknown): object {
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data;
  throw new UsageError('--data holds no JSON object.');
}

/** Whether a value of `--data` is an event's data; anything else is the path of a data folder. */
export function isEventData(given: string): boolean {
  return given === '-' || /^\s*[@{["]/.test(given);
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CannotBeDone(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function parsed(json: string, from: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new UsageError(
      `What ${from} holds is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`,
    );
  }
}
