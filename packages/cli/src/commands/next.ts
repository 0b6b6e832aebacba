import type { Command } from 'commander';
import { openReading } from '../access/open.ts';
import { readPerson, withPerson } from '../options/person.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, wantsJson } from '../options/read-options.ts';
import { print, printJson } from '../print/output.ts';
import { possibilitiesInWords } from '../print/possibilities.ts';

/** `rectify next <mineId>`: what somebody may send now and what not, with the reasons and who can change them. */
export function addNext(program: Command): void {
  withPerson(withPlace(program.command('next')), 'inspector')
    .description('what may be sent to a mine now, and what may not: why, and who can change it')
    .argument('<mineId>', 'the mine')
    .action(async (mineId: string, _options, command: Command) => {
      const given = optionsOf(command);
      const caller = readPerson(given, { role: 'inspector', mines: [mineId] });
      await using reading = await openReading(readPlace(given));
      const next = await reading.next(mineId, caller);
      if (wantsJson(given)) printJson(next);
      else print(possibilitiesInWords(mineId, caller, next));
    });
}
