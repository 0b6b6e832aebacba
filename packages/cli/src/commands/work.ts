import { workQuery } from '@rectify/projections';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openReading } from '../access/open.ts';
import { instants, withInstants } from '../options/instants.ts';
import { readPerson, withPerson } from '../options/person.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { print, printJson } from '../print/output.ts';
import { workInWords } from '../print/work.ts';

const scopes = workQuery.shape.scope.unwrap();
const workOptions = instants.extend({ scope: scopes.optional(), overdue: z.boolean().optional() });

/** `rectify work`: what needs somebody, now or on a past day, overdue first. */
export function addWork(program: Command): void {
  withPerson(withInstants(withPlace(program.command('work'))), 'inspector')
    .description('what needs you: requests to answer, what is due, cases that wait for your role; overdue first')
    .addOption(
      new Option('--scope <which>', 'cases you have, your office has, nobody has, or all').choices(scopes.options),
    )
    .addOption(new Option('--overdue', 'only what is overdue'))
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      const caller = readPerson(given, { role: 'inspector', mines: [] });
      await using reading = await openReading(readPlace(given));
      const asked = readOptions(given, workOptions);
      const items = await reading.work(caller, asked);
      if (wantsJson(given)) printJson({ items, total: items.length });
      else print(workInWords(caller, items, asked));
    });
}
