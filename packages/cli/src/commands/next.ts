import { eventTypes } from '@rectify/engine';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openReading } from '../access/open.ts';
import { readPerson, withPerson } from '../options/person.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { print, printJson } from '../print/output.ts';
import { possibilitiesInWords } from '../print/possibilities.ts';
import { whyNotInWords } from '../print/why-not.ts';

const nextOptions = z.object({
  whyNot: z.enum(eventTypes, { error: 'an event type, such as ReopeningAuthorised' }).optional(),
});

/** `rectify next <mineId>`: what somebody may send now and what not, with the reasons and who can change them. */
export function addNext(program: Command): void {
  withPerson(withPlace(program.command('next')), 'inspector')
    .description('what may be sent to a mine now, and what may not: why, and who can change it')
    .argument('<mineId>', 'the mine')
    .addOption(new Option('--why-not <Type>', 'why one event is not possible, and the way there, step by step'))
    .action(async (mineId: string, _options, command: Command) => {
      const given = optionsOf(command);
      const caller = readPerson(given, { role: 'inspector', mines: [mineId] });
      await using reading = await openReading(readPlace(given));
      const { whyNot } = readOptions(given, nextOptions);
      const next = await reading.next(mineId, caller, whyNot);
      if (wantsJson(given)) printJson(next);
      else if (whyNot) print(whyNotInWords(mineId, caller, whyNot, next));
      else print(possibilitiesInWords(mineId, caller, next));
    });
}
