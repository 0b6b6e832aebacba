import type { Command } from 'commander';
import { openReading } from '../access/open.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { statisticsOptions, withGroupBy, withWindow } from '../options/window.ts';
import { closureTable } from '../print/closures.ts';
import { footer } from '../print/footer.ts';
import { print, printJson } from '../print/output.ts';
import { statisticsInWords } from '../print/statistics.ts';

/** `rectify closures`: how many mines were shut, for how long, what is still going on, and each closure. */
export function addClosures(program: Command): void {
  withGroupBy(withWindow(withPlace(program.command('closures'))))
    .description('closures: how many, how long, how many are still going on, and each of them')
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      const asked = readOptions(given, statisticsOptions);
      await using reading = await openReading(readPlace(given));
      const statistics = await reading.statistics(asked);
      const { asOf } = statistics;
      const { from, region, campaign, knownAt } = asked;
      const closures = await reading.closures({ from, region, campaign, knownAt, asOf: asked.to ? asOf : asked.asOf });
      if (wantsJson(given)) {
        printJson({ items: closures, total: closures.length, statistics });
        return;
      }
      const list = closures.length === 0 ? [] : [closureTable(closures), ''];
      print([statisticsInWords(statistics), '', ...list, footer(await reading.demonstration(), asked)].join('\n'));
    });
}
