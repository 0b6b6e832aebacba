import { openReader } from '@rectify/engine';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { copyInto, readBack } from '../access/copying.ts';
import { interruption } from '../interruption.ts';
import { asJson } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { lastingStoreUrl } from '../options/store-url.ts';
import { print, printJson, progress, progressDone } from '../print/output.ts';
import { counted } from '../print/times.ts';

const copyOptions = z.object({ from: lastingStoreUrl, to: lastingStoreUrl });

/** `rectify copy`: all events of one store into another, of whatever kind. */
export function addCopy(program: Command): void {
  program
    .command('copy')
    .description('copy all events of one store into another, with their ids, times and metadata, and compare the two')
    .addOption(new Option('--from <url>', 'the store to copy, which is only read'))
    .addOption(new Option('--to <url>', 'the store to copy into: empty, or left behind by a copy that was cut off'))
    .addOption(asJson())
    .addHelpText('after', ABOUT)
    .action(async (_options, command: Command) => {
      const options = optionsOf(command);
      const { from, to } = readOptions(options, copyOptions);
      const source = await openReader(from);
      try {
        const signal = interruption('What was copied is in the target; the same command goes on from there.');
        const tell = (doing: string) => (events: number) => progress(`${counted(events, 'event')}: ${doing} …`);
        const copied = await copyInto(to, source, { sourceId: source.storeId, signal, onProgress: tell('copying') });
        await readBack(to, copied, tell('reading back'));
        progressDone();
        if (wantsJson(options)) printJson({ from: source.storeId, to: copied });
        else {
          const before = copied.events - copied.copied;
          print(
            `${counted(copied.copied, 'event')} copied${before > 0 ? `, ${before} were there` : ''}; the target was read back and is equal.`,
          );
          print(`Store ${copied.storeId}, ${counted(copied.events, 'event')}, digest ${copied.digest}.`);
        }
      } finally {
        progressDone();
        await source.close();
      }
    });
}

const ABOUT = `
It copies what is in the source when it begins; stop the server of the source first, so that nothing comes in meanwhile. Keys are not
copied: they stay in the data folder. The target is a store of its own: positions and cursors of the source are refused by it.

Example:
  $ rectify copy --from sqlite:data/events.db --to sqlite:elsewhere/events.db`;
