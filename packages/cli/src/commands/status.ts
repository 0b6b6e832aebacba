import type { Command } from 'commander';
import { openReading } from '../access/open.ts';
import { instants, withInstants } from '../options/instants.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { footer } from '../print/footer.ts';
import { mineInWords, mineTable } from '../print/mine.ts';
import { print, printJson } from '../print/output.ts';
import { beijing, counted } from '../print/times.ts';

/** `rectify status [mineId]`: all mines in a table, or one mine in plain words. */
export function addStatus(program: Command): void {
  withInstants(withPlace(program.command('status')))
    .description('all mines in a table, or one mine in plain words')
    .argument('[mineId]', 'the mine; all of them without it')
    .action(async (mineId: string | undefined, _options, command: Command) => {
      const given = optionsOf(command);
      const asked = readOptions(given, instants);
      await using reading = await openReading(readPlace(given));
      if (mineId !== undefined) {
        const mine = await reading.mine(mineId, asked);
        if (wantsJson(given)) printJson(mine);
        else print(`${mineInWords(mine)}\n${footer(await reading.demonstration(), asked)}`);
        return;
      }
      const mines = await reading.mines(asked);
      if (wantsJson(given)) printJson({ items: mines, total: mines.length });
      else if (mines.length === 0) print(noMines(asked.asOf));
      else
        print(
          `${mineTable(mines)}\n\n${counted(mines.length, 'mine')}. ${footer(await reading.demonstration(), asked)}`,
        );
    });
}

function noMines(asOf: string | undefined): string {
  return asOf === undefined
    ? 'No mine is registered yet. `rectify register --help` says how to register one.'
    : `No mine was registered by ${beijing(asOf)}.`;
}
