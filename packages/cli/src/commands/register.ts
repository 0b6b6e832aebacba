import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openWriting } from '../access/open.ts';
import { asObject } from '../options/event-data.ts';
import { readActor, withActor } from '../options/person.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { readWriting, withWriting } from '../options/writing.ts';
import { print, printJson } from '../print/output.ts';
import { writtenInWords } from '../print/written.ts';

const capacity = z
  .string()
  .regex(/^\d+(\.\d+)?\s*\S.*$/, 'an amount with its unit, such as "20 MW"')
  .transform((given) => {
    const [, amount = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(\S.*)$/.exec(given) ?? [];
    return { amount: Number(amount), unit };
  });

const registerOptions = z.object({
  name: z.string().optional(),
  region: z.string().optional(),
  operatorId: z.string().optional(),
  operator: z.string().optional(),
  capacity: capacity.optional(),
});

/** `rectify register [mineId]`: puts a mine on the register. */
export function addRegister(program: Command): void {
  withActor(withWriting(program.command('register')), 'inspector')
    .description('register a mine')
    .argument('[mineId]', 'its id, such as XJ-9001 (default: one is made)')
    .addOption(new Option('--name <name>', 'its name'))
    .addOption(new Option('--region <code>', 'its region, ISO 3166-2, such as CN-XJ'))
    .addOption(new Option('--operator <name>', "the operator's name"))
    .addOption(new Option('--operator-id <id>', "the operator's id (default: the mine's id)"))
    .addOption(new Option('--capacity <amount>', 'its installed capacity with the unit, such as "20 MW"'))
    .addHelpText('after', EXAMPLES)
    .action(async (mineId: string | undefined, _options, command: Command) => {
      const given = optionsOf(command);
      const { operator, operatorId = mineId, ...said } = readOptions(given, registerOptions);
      const { place, data = {}, key, occurredAt, occurredAtPrecision } = await readWriting(command);
      const caller = readActor(given, 'inspector');
      const registration = {
        ...asObject(data),
        ...present({
          mineId,
          ...said,
          operator: operator === undefined ? undefined : { id: operatorId, name: operator },
        }),
      };
      await using writing = await openWriting(place, { mayBeNew: true });
      const written = await writing.register({ data: registration, occurredAt, occurredAtPrecision }, { caller, key });
      if (wantsJson(given)) printJson(written.answer);
      else print(writtenInWords(written, place));
    });
}

const EXAMPLES = `
Examples:
  $ rectify register XJ-9001 --name "Tianshan No. 1" --region CN-XJ --operator "Example Power" --capacity "20 MW"
  $ rectify register --data '{"name":"…","region":"CN-GZ","operator":{"id":"…","name":"…"},"capacity":{"amount":5,"unit":"MW"}}'`;

function present(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
