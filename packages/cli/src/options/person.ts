import { type Caller, callerOf, persona } from '@rectify/api';
import type { Role } from '@rectify/engine';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { collected, type Given, readOptions } from './read-options.ts';

const { role, actor, office, mines, operator } = persona.shape;

/** Several values of one option: separated by commas, or given more than once. */
export const listed = z
  .array(z.string())
  .transform((given) => given.flatMap((value) => value.split(',')).filter((value) => value !== ''));

const actorOptions = z.object({
  role: z.enum(role.options, { error: role.options.join(', ') }).optional(),
  actor,
  office,
});

const rightsOptions = z.object({
  region: listed
    .pipe(z.array(z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'ISO 3166-2 codes, such as CN-XJ')))
    .optional(),
  mine: listed.pipe(mines.unwrap()).optional(),
  operator,
});

/** Adds the options that say who acts. `usual` says which role it is without `--role`. */
export function withActor(command: Command, usual: string): Command {
  return command
    .addOption(new Option('--role <role>', `who acts: ${role.options.join(', ')} (default: ${usual})`))
    .addOption(new Option('--actor <id>', 'the id of who acts (default: the role and -1, such as inspector-1)'))
    .addOption(
      new Option('--office <office>', "the office they act for (default: the role's office in the procedure)"),
    );
}

/** Adds the options that say who acts and with what rights. */
export function withPerson(command: Command, usual: string): Command {
  return withActor(command, usual)
    .addOption(
      new Option('--region <codes>', 'regions they act in, such as CN-GZ,CN-XJ (default: all)').argParser(collected),
    )
    .addOption(
      new Option('--mine <ids>', 'mines that an owner owns (default: the mine named, if one is)').argParser(collected),
    )
    .addOption(
      new Option('--operator <id>', 'the operator that an owner acts for (default: whoever operates the mine now)'),
    );
}

/**
 * Who acts, in all regions, from the options of a command.
 * @throws UsageError
 */
export function readActor(given: Given, usual: Role): Caller {
  const options = readOptions(given, actorOptions);
  return callerOf({ ...options, role: options.role ?? usual });
}

/**
 * Who acts, and with what rights, from the options of a command; `usual` holds where they do not say.
 * @throws UsageError
 */
export function readPerson(given: Given, usual: { readonly role: Role; readonly mines: readonly string[] }): Caller {
  const { region, mine, operator } = readOptions(given, rightsOptions);
  const { role: actingAs = usual.role, ...options } = readOptions(given, actorOptions);
  return callerOf({
    ...options,
    role: actingAs,
    regions: region,
    operator,
    mines: mine ?? (actingAs === 'owner' ? [...usual.mines] : []),
  });
}
