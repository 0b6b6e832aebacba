import type { Command } from 'commander';
import { openReading } from '../../access/open.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { windowOptions, withWindow } from '../../options/window.ts';
import { bottlenecksInWords } from '../../print/bottlenecks.ts';
import { footer } from '../../print/footer.ts';
import { print, printJson } from '../../print/output.ts';

/** `rectify analyse bottlenecks`: where closures are held up, and by whom. */
export function addBottlenecks(group: Command): void {
  withWindow(withPlace(group.command('bottlenecks')))
    .description('where closures are held up, and by whom: time in each state, those still in it counted too')
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      const asked = readOptions(given, windowOptions);
      await using reading = await openReading(readPlace(given));
      const answer = await reading.bottlenecks(asked);
      if (wantsJson(given)) printJson(answer);
      else print([bottlenecksInWords(answer), '', footer(await reading.demonstration(), asked)].join('\n'));
    });
}
