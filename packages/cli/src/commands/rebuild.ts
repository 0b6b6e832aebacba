import { readDatabaseOf } from '@rectify/api';
import { openReader } from '@rectify/engine';
import { checkReadModels } from '@rectify/projections';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openWriting, storeToRead } from '../access/open.ts';
import { ReadSideDiffers } from '../failures.ts';
import { type Place, readPlace, withPlace } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { print, printJson, progress, progressDone } from '../print/output.ts';
import { pace } from '../print/pace.ts';
import { readModelInWords } from '../print/read-side.ts';
import { counted } from '../print/times.ts';

const options = z.object({ check: z.boolean().default(false) });

/** `rectify rebuild`: folds the whole log anew into the read database, beside the one in use, and swaps them; or only compares. */
export function addRebuild(program: Command): void {
  withPlace(program.command('rebuild'))
    .description('build the read side anew from the log of events; a running server goes on meanwhile')
    .addOption(new Option('--check', 'change nothing; compare every read model, row by row, with the log folded anew'))
    .addHelpText('after', ABOUT)
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      const place = readPlace(given);
      if (readOptions(given, options).check) return check(place, wantsJson(given));
      await using writing = await openWriting(place, { mayBeNew: false });
      const events = await writing.rebuild((done) => progress(pace(done)));
      progressDone();
      if (wantsJson(given)) printJson({ events });
      else print(`The read side was built anew from ${counted(events, 'event')}.`);
    });
}

async function check(place: Place, json: boolean): Promise<void> {
  const store = await openReader(storeToRead(place));
  try {
    const { position, events, models } = await checkReadModels({ file: readDatabaseOf(place), store }, (folded) =>
      progress(`${counted(folded, 'event')} folded …`),
    );
    progressDone();
    const different = models.flatMap(({ model, differs }) => (differs ? [{ model, ...differs }] : []));
    const rows = models.reduce((sum, model) => sum + model.rows, 0);
    const what = `${counted(models.length, 'read model')} compared with ${counted(events, 'event')} folded anew, ${counted(rows, 'row')}`;
    if (json) printJson({ position, events, models });
    else for (const differs of different) print(`${differs.model}: ${readModelInWords(differs)}`);
    if (different.length > 0) {
      const names = different.map(({ model }) => model).join(', ');
      throw new ReadSideDiffers(`${what}: not the same: ${names}. \`rectify rebuild\` mends it.`);
    }
    if (!json) print(`${what}: no difference.`);
  } finally {
    progressDone();
    await store.close();
  }
}

const ABOUT = `
With --check the first row that differs is told of each read model, and with --json everything as { position, events, models }. It needs as
much room as the read database beside it while it runs. Exit code 0 if nothing differs, 1 if anything does.`;
