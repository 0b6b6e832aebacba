import { groupBy } from '@rectify/projections';
import { type Command, Option } from 'commander';
import { openReading } from '../access/open.ts';
import { instants, withInstants } from '../options/instants.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { closureTable, statisticsInWords } from '../print/closures.ts';
import { footer } from '../print/footer.ts';
import { print, printJson } from '../print/output.ts';

const closureOptions = instants.extend({
  groupBy: groupBy.optional(),
});

/** `rectify closures`: how many mines were shut, for how long, what is still going on, and each closure. */
export function addClosures(program: Command): void {
  withInstants(withPlace(program.command('closures')))
    .description('closures: how many, how long, how many are still going on, and each of them')
    .addOption(new Option('--group-by <what>', 'figures for each group too').choices(groupBy.options))
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      const asked = readOptions(given, closureOptions);
      await using reading = await openReading(readPlace(given));
      const statistics = await reading.statistics(asked);
      const closures = await reading.closures({ asOf: asked.asOf, knownAt: asked.knownAt });
      if (wantsJson(given)) {
        printJson({ items: closures, total: closures.length, statistics });
        return;
      }
      const list = closures.length === 0 ? [] : [closureTable(closures), ''];
      print([statisticsInWords(statistics), '', ...list, footer(await reading.demonstration(), asked)].join('\n'));
    });
}
