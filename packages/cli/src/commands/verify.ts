import { availableParallelism } from 'node:os';
import { UnreadableFact, verifyAll } from '@rectify/engine';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { storeToRead } from '../access/open.ts';
import { CannotBeDone, HistoryDiffers } from '../failures.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { differenceInWords } from '../print/differences.ts';
import { print, progress, progressDone } from '../print/output.ts';
import { counted } from '../print/times.ts';

const MOST_THREADS = 64;

const verifyOptions = z.object({
  mine: z.string().optional(),
  threads: z.coerce
    .number(`a whole number from 1 to ${MOST_THREADS}`)
    .int(`a whole number from 1 to ${MOST_THREADS}`)
    .min(1, `a whole number from 1 to ${MOST_THREADS}`)
    .max(MOST_THREADS, `a whole number from 1 to ${MOST_THREADS}`)
    .default(availableParallelism()),
});

/** `rectify verify`: decides all stored history again and tells every difference. */
export function addVerify(program: Command): void {
  withPlace(program.command('verify'))
    .description('decide all stored history again by the statechart, and tell every difference to what is stored')
    .addOption(new Option('--mine <mineId>', 'this mine alone (default: all)'))
    .addOption(new Option('--threads <number>', 'threads that decide at the same time (default: one per processor)'))
    .addHelpText('after', ABOUT)
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      const { mine: mineId, threads } = readOptions(given, verifyOptions);
      const json = wantsJson(given);
      const verified = await unlessUnreadable(
        verifyAll({
          store: storeToRead(readPlace(given)),
          threads,
          mineId,
          onDifference(difference) {
            progressDone();
            print(json ? JSON.stringify(difference) : differenceInWords(difference));
          },
          onProgress: ({ mines, events }) =>
            progress(`${counted(events, 'event')} of ${counted(mines, 'mine')} decided again …`),
        }),
      );
      progressDone();
      if (mineId !== undefined && verified.mines === 0)
        throw new CannotBeDone(`There is no mine ${mineId} in the store.`);
      const { mines, events, differences } = verified;
      const what = `${counted(events, 'event')} of ${counted(mines, 'mine')} decided again`;
      if (json) print(JSON.stringify(verified));
      if (differences > 0) throw new HistoryDiffers(`${what}: ${counted(differences, 'difference')}.`);
      if (!json) print(`${what}: no difference.`);
    });
}

/** Without the procedures nothing can be decided; of mines an event that cannot be read is a difference. */
async function unlessUnreadable<T>(verifying: Promise<T>): Promise<T> {
  try {
    return await verifying;
  } catch (error) {
    if (error instanceof UnreadableFact) throw new CannotBeDone(`Nothing can be verified: ${error.message}`);
    throw error;
  }
}

const ABOUT = `
It reads the store alone, read-only, also beside a running server. With --json each difference is one line
{ mineId, revision, type, what, expected, found }, and the last line is { mines, events, differences }.
Exit code 0 if there is no difference, 1 if there are any.`;
