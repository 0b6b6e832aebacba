import type { Command } from 'commander';
import { openReading } from '../../access/open.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { optionsOf, wantsJson } from '../../options/read-options.ts';
import { print, printJson } from '../../print/output.ts';
import { procedureTable } from '../../print/procedures.ts';

/** `rectify procedure list`: all versions, where they are in force, and how many open cycles are under each. */
export function addList(group: Command): void {
  withPlace(group.command('list'))
    .description('all versions: where each is in force, since when, and how many open cycles are under it')
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      await using reading = await openReading(readPlace(given));
      const list = await reading.procedures();
      if (wantsJson(given)) printJson(list);
      else print(procedureTable(list));
    });
}
