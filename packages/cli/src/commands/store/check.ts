import {
  checkDocuments,
  checkLog,
  checkStore,
  documentFolder,
  openBackup,
  type RecordedEvent,
  requireSame,
  type StoreFault,
} from '@rectify/engine';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { storeToRead } from '../../access/open.ts';
import { StoreHasFaults } from '../../failures.ts';
import { type Place, readPlace, withPlace } from '../../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { print, progress, progressDone } from '../../print/output.ts';
import { counted } from '../../print/times.ts';

const checkOptions = z.object({ backup: z.string().optional() });

/** `rectify store check`: reads the whole store, or a backup, and tells every fault. */
export function addCheck(group: Command): void {
  withPlace(group.command('check'))
    .description(
      'read the whole store and tell every fault in it: damage of the file, missing revisions, halves of appends, documents that are missing or were changed',
    )
    .addOption(new Option('--backup <file>', 'check a backup instead'))
    .addHelpText('after', ABOUT)
    .action(async (_options, command: Command) => {
      const options = optionsOf(command);
      const json = wantsJson(options);
      const { backup } = readOptions(options, checkOptions);
      let faults = 0;
      const checking = {
        onFault(fault: StoreFault) {
          faults += 1;
          progressDone();
          print(json ? JSON.stringify(fault) : `${fault.what}: ${fault.detail}`);
        },
        onProgress: (events: number) => progress(`${counted(events, 'event')} checked …`),
      };
      progress(`${backup ? 'The backup' : 'The file of the store'} is checked …`);
      try {
        const checked = backup ? await checkBackup(backup, checking) : await checkFolder(readPlace(options), checking);
        progressDone();
        const { events, streams, documents, digest } = checked;
        const what = `${counted(events, 'event')} in ${counted(streams, 'stream')} and ${counted(documents, 'document')} checked`;
        if (json) print(JSON.stringify({ ...checked, faults }));
        if (faults > 0) throw new StoreHasFaults(`${what}: ${counted(faults, 'fault')}.`);
        if (!json) print(`${what}: no fault. Digest ${digest}.`);
      } finally {
        progressDone();
      }
    });
}

/** The store, and the documents that came according to it. */
async function checkFolder(place: Place, checking: Parameters<typeof checkLog>[1]) {
  const received: RecordedEvent[] = [];
  const checked = await checkStore(storeToRead(place), { ...checking, onReceived: (event) => received.push(event) });
  let faults = 0;
  await checkDocuments(received, documentFolder(place.data), {
    onFault(fault) {
      faults += 1;
      checking.onFault(fault);
    },
    onProgress: (done) => progress(`${counted(done, 'document')} checked …`),
  });
  return { ...checked, documents: received.length, faults: checked.faults + faults };
}

/** A backup that does not hold what was written into it is refused before its events are looked at. */
async function checkBackup(file: string, checking: Parameters<typeof checkLog>[1]) {
  const backup = await openBackup(file, checking.onProgress);
  const { storeId, madeAt, documents } = backup;
  const checked = await checkLog(backup, checking);
  requireSame(backup, checked);
  return { storeId, madeAt, documents, ...checked };
}

const ABOUT = `
It only reads, also beside a running server. A payload that was changed by hand is no fault of the store, but changes its digest: compare that
with the digest of a copy, or of the backup from which the store was restored. With --json each fault is one line { what, detail }, and
the last line is { storeId, head, events, streams, documents, digest, faults }. Exit code 0 if there is no fault, 1 if there are any.`;
