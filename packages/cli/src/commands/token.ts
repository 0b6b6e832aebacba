import { mintToken, persona, signingKey } from '@rectify/api';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { outside } from '../access/outside.ts';
import { UsageError } from '../failures.ts';
import { readPerson, withPerson } from '../options/person.ts';
import { asJson, dataFolder, readPlace } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { print, printJson } from '../print/output.ts';

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const LONGEST = 366 * 86_400;

const tokenOptions = z.object({
  role: z.enum(persona.shape.role.options, { error: persona.shape.role.options.join(', ') }),
  expires: z
    .string()
    .regex(/^[1-9]\d{0,6}[smhd]$/, 'a number with s, m, h or d, such as 12h')
    .transform((given) => Number.parseInt(given, 10) * (seconds[given.slice(-1)] ?? 1))
    .pipe(z.number().max(LONGEST, 'at most 366d')),
});

/** `rectify token`: a bearer token alone on standard output, for a server on the same data folder in dev authentication. */
export function addToken(program: Command): void {
  withPerson(program.command('token'), 'none, it must be given')
    .description('print a bearer token that the server on the same data folder accepts (dev authentication)')
    .addOption(new Option('--expires <span>', 'how long it lasts, such as 30m, 12h or 7d').default('12h'))
    .addOption(dataFolder())
    .addOption(asJson())
    .addHelpText('after', EXAMPLE)
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      const { role, expires } = readOptions(given, tokenOptions);
      const caller = readPerson(given, { role, mines: [] });
      if (role === 'owner' && caller.mines.length === 0) {
        throw new UsageError('An owner sees their own mines alone: say which with --mine.');
      }
      const now = outside.clock();
      const token = await mintToken(signingKey(readPlace(given).data), caller, { now, lifetime: expires });
      if (wantsJson(given)) {
        const expiresAt = new Date((Math.floor(Date.parse(now) / 1000) + expires) * 1000).toISOString();
        printJson({ token, person: caller, expiresAt });
      } else print(token);
    });
}

const EXAMPLE = `
Example:
  $ curl -H "Authorization: Bearer $(rectify token --role analyst)" http://localhost:3000/v1/mines`;
