import type { Command } from 'commander';
import { openWriting } from '../access/open.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, wantsJson } from '../options/read-options.ts';
import { print, printJson, progress, progressDone } from '../print/output.ts';
import { counted } from '../print/times.ts';

/** `rectify rebuild`: folds the whole log anew into the read database, beside the one in use, and swaps them. */
export function addRebuild(program: Command): void {
  withPlace(program.command('rebuild'))
    .description('build the read side anew from the log of events; a running server goes on meanwhile')
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      await using writing = await openWriting(readPlace(given), { mayBeNew: false });
      const events = await writing.rebuild((done) => progress(`${counted(done, 'event')} folded …`));
      progressDone();
      if (wantsJson(given)) printJson({ events });
      else print(`The read side was built anew from ${counted(events, 'event')}.`);
    });
}
