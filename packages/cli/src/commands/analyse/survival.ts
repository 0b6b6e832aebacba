import { type Command, Option } from 'commander';
import { z } from 'zod';
import { asJson } from '../../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { print, printJson } from '../../print/output.ts';
import { survivalInWords } from '../../print/survival.ts';

const column = z.string('the name of a column');

const numbers = z
  .string()
  .regex(/^\d{1,15}(\.\d+)?(,\d{1,15}(\.\d+)?)*$/, 'numbers with commas between them, such as 9,19,32')
  .transform((given) => given.split(',').map(Number))
  .optional();

const confidence = z
  .string()
  .regex(/^0?\.(?=\d*[1-9])\d{1,9}$/, 'a number between 0 and 1, such as 0.95')
  .transform(Number)
  .optional();

const survivalOptions = z.object({
  log: z.string('a file of comma-separated values, or - for standard input'),
  time: column,
  event: column,
  entry: column.optional(),
  group: column.optional(),
  outcomes: z.boolean().optional(),
  at: numbers,
  confidence,
});

/** `rectify analyse survival`: by when how many have ended, of a table in which some had not yet. */
export function addSurvival(group: Command): void {
  group
    .command('survival')
    .description('by when how many have ended, of a table in which some had not when they were last seen')
    .addOption(new Option('--log <file>', 'the table: comma-separated values, or - for standard input'))
    .addOption(
      new Option('--time <column>', 'how long it lasted, or had lasted when last seen: numbers in any one unit'),
    )
    .addOption(new Option('--event <column>', 'whether it ended then: 1, true or yes; 0, false or no'))
    .addOption(new Option('--entry <column>', 'from which time on it was watched; empty: from the beginning'))
    .addOption(new Option('--group <column>', 'the groups to tell apart and to compare'))
    .addOption(new Option('--outcomes', 'the event column names what ended it, each value a competing outcome'))
    .addOption(new Option('--at <times>', 'estimate at these times (default: at each at which one ended)'))
    .addOption(new Option('--confidence <share>', 'of the limits (default: 0.95)'))
    .addOption(asJson())
    .addHelpText('after', ABOUT)
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      const { log, at, confidence, ...columns } = readOptions(given, survivalOptions);
      // Loaded when it is asked for: it compiles its distributions, which other commands need not wait for.
      const { survivalOfLog } = await import('../../analysis/survival-of-log.ts');
      const answer = await survivalOfLog(log, columns, { at, confidence });
      if (wantsJson(given)) printJson(answer);
      else print(survivalInWords(answer, columns.group));
    });
}

const ABOUT = `
Kaplan-Meier with log-log confidence limits, quartiles, restricted mean, Aalen-Johansen with --outcomes, log-rank test (docs/survival.md). The first
line of the table names the columns. With --outcomes an event that is empty, 0, false, no or censored means that it had not ended; anything else is
the name of an outcome, as it is written, and the log-rank test compares the groups by whether they ended at all.

Example:
  $ rectify analyse survival --log trial.csv --time weeks --event relapse --group arm --at 10,20`;
