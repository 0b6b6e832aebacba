import { openBackup } from '@rectify/engine';
import type { Command } from 'commander';
import { requireNothingThere } from '../access/new-folder.ts';
import { aRestore, restoreInto } from '../access/restoring.ts';
import { interruption } from '../interruption.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, wantsJson } from '../options/read-options.ts';
import { print, printJson, progress, progressDone } from '../print/output.ts';
import { beijing, counted } from '../print/times.ts';

/** `rectify restore`: a new data folder from a backup. */
export function addRestore(program: Command): void {
  withPlace(program.command('restore'))
    .argument('<file>', 'a backup')
    .description('make a new data folder of a backup; nothing is overwritten')
    .addHelpText('after', ABOUT)
    .action(async (file: string, _options, command: Command) => {
      const options = optionsOf(command);
      const place = readPlace(options);
      const signal = interruption('Nothing was restored.');
      const tell = (doing: string, events: number) => progress(`${counted(events, 'event')}: ${doing} …`);
      try {
        requireNothingThere(place, aRestore);
        const backup = await openBackup(file, (events) => {
          signal.throwIfAborted();
          tell('checking', events);
        });
        const restored = await restoreInto(place, backup, { signal, onProgress: tell });
        progressDone();
        const { storeId, madeAt } = backup;
        if (wantsJson(options)) printJson({ data: place.data, ...restored, backup: { storeId, madeAt } });
        else {
          print(
            `${counted(restored.events, 'event')} and ${counted(restored.documents, 'document')} of the backup of ${beijing(madeAt)} (Beijing time) are in ${place.data}, checked and equal.`,
          );
          print(`Digest ${restored.digest}.`);
          print(`The store is a new one, ${restored.storeId}: positions and cursors of ${storeId} are refused by it.`);
        }
      } finally {
        progressDone();
      }
    });
}

const ABOUT = `
The backup is read whole and compared with its digest before anything is written. The data folder has to be empty, or not there;
with --store naming another place for the events, that has to be empty too. The read side is built when the server starts.`;
