import type { Command } from 'commander';
import type { z } from 'zod';
import { UsageError } from '../failures.ts';

/** The options of a command as given, with those written before its name: `rectify --data DIR status`. */
export type Given = Readonly<Record<string, unknown>>;

/** The options given to a command; its own win over those before its name. */
export function optionsOf(command: Command): Given {
  const before = command.parent ? optionsOf(command.parent) : {};
  return { ...before, ...command.opts() };
}

/**
 * The options of a command, checked and typed.
 * @throws UsageError naming every option that is wrong, with its value and what is allowed
 */
export function readOptions<S extends z.ZodType>(given: Given, schema: S): z.output<S> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const wrong = new Map<string, string>();
  for (const { path, message } of read.error.issues) {
    const name = String(path[0]);
    const value = given[name] === undefined ? 'missing' : JSON.stringify(given[name]);
    if (!wrong.has(name)) wrong.set(name, `${flagOf(name)} is ${value}; allowed: ${message}.`);
  }
  throw new UsageError([...wrong.values()].join('\n'));
}

/** An option as it is written: `asOf` is `--as-of`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Takes an option that may be given more than once. */
export function collected(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** Whether the result is to be printed as JSON. */
export function wantsJson(given: Given): boolean {
  return given.json === true;
}
