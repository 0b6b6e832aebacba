import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openReading } from '../../access/open.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { campaignTable } from '../../print/campaigns.ts';
import { print, printJson } from '../../print/output.ts';

const listOptions = z.object({ state: z.enum(['open', 'closed']).optional() });

/** `rectify campaign list`: all campaigns, the latest first, with where their mines stand. */
export function addList(group: Command): void {
  withPlace(group.command('list'))
    .description('all campaigns, the latest first, with where their mines stand')
    .addOption(new Option('--state <state>', 'only those').choices(['open', 'closed']))
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      const { state } = readOptions(given, listOptions);
      await using reading = await openReading(readPlace(given));
      const items = await reading.campaigns(state);
      if (wantsJson(given)) printJson({ items, total: items.length });
      else print(campaignTable(items));
    });
}
