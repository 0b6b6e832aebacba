import { type Command, Option } from 'commander';
import { z } from 'zod';

/** An idempotency key as an option. */
export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, '1 to 200 printable ASCII characters without spaces')
  .optional();

/** Adds `--key`. */
export function withKey(command: Command): Command {
  return command.addOption(
    new Option('--key <key>', 'idempotency key: the same key sent again has one effect (default: a new one)'),
  );
}
