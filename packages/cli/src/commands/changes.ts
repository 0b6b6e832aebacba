import { changeKind, changesQuery } from '@rectify/projections';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openReading } from '../access/open.ts';
import { instantOrBeforeDay, instants, withInstants } from '../options/instants.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { changesInWords } from '../print/changes.ts';
import { footer } from '../print/footer.ts';
import { print, printJson } from '../print/output.ts';

const changesOptions = z.object({
  ...instants.shape,
  from: instantOrBeforeDay,
  to: instants.shape.asOf,
  axis: z.enum(['world', 'knowledge']).default('world'),
  region: z.string().optional(),
  campaign: z.string().optional(),
  kind: z.string().optional(),
});

/** `rectify changes`: which mines changed how between two instants. */
export function addChanges(program: Command): void {
  withInstants(withPlace(program.command('changes')))
    .description('which mines changed how between two instants: what happened, or what became known')
    .addOption(new Option('--from <when>', 'after this: a day (all of it counts, Beijing time) or an instant'))
    .addOption(new Option('--to <when>', 'until this: a day (its end) or an instant (default: now)'))
    .addOption(
      new Option(
        '--axis <which>',
        'world: what happened, by what was known --known-at; knowledge: what became known, about the world --as-of',
      ).choices(['world', 'knowledge']),
    )
    .addOption(new Option('--region <codes>', 'only of these regions, with commas between them'))
    .addOption(new Option('--campaign <ids>', 'only of these campaigns'))
    .addOption(new Option('--kind <kinds>', `only those that changed in these ways: ${changeKind.options.join(', ')}`))
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      const asked = readOptions(given, changesOptions);
      readOptions(asked, changesQuery);
      await using reading = await openReading(readPlace(given));
      const changes = await reading.changes(asked);
      if (wantsJson(given)) printJson(changes);
      else print([changesInWords(changes), '', footer(await reading.demonstration(), asked)].join('\n'));
    });
}
