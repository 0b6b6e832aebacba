import { historyView } from '@rectify/projections';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openReading } from '../access/open.ts';
import { instants, withInstants } from '../options/instants.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { footer } from '../print/footer.ts';
import { historyTable } from '../print/history.ts';
import { print, printJson } from '../print/output.ts';

const historyOptions = instants.extend({
  view: z.enum(historyView.options, { error: historyView.options.join(', ') }).optional(),
});

/** `rectify history <mineId>`: what was recorded of a mine: who, when, what, with both times. */
export function addHistory(program: Command): void {
  withInstants(withPlace(program.command('history')))
    .description('what was recorded of a mine: who, when and what, with the time in the world and the time on record')
    .argument('<mineId>', 'the mine')
    .addOption(
      new Option(
        '--view <view>',
        'recorded: as put on record and in that order; effective: what counts, in the order in which it happened (default: recorded)',
      ),
    )
    .action(async (mineId: string, _options, command: Command) => {
      const given = optionsOf(command);
      const asked = readOptions(given, historyOptions);
      await using reading = await openReading(readPlace(given));
      const events = await reading.history(mineId, asked);
      if (wantsJson(given)) printJson({ items: events, total: events.length });
      else print(`${historyTable(events)}\n\n${footer(await reading.demonstration(), asked)}`);
    });
}
