import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openReading } from '../../access/open.ts';
import { UsageError } from '../../failures.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { flagOf, type Given, optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { statisticsOptions, withGroupBy, withWindow } from '../../options/window.ts';
import { footer } from '../../print/footer.ts';
import { print, printJson } from '../../print/output.ts';
import { survivalInWords } from '../../print/survival.ts';

const column = z.string('the name of a column');

const numbers = z
  .string()
  .regex(/^\d{1,15}(\.\d+)?(,\d{1,15}(\.\d+)?)*$/, 'numbers with commas between them, such as 9,19,32')
  .optional();

const confidence = z
  .string()
  .regex(/^0?\.(?=\d*[1-9])\d{1,9}$/, 'a number between 0 and 1, such as 0.95')
  .transform(Number)
  .optional();

const tableOptions = z.object({
  log: z.string('a file of comma-separated values, or - for standard input'),
  time: column,
  event: column,
  entry: column.optional(),
  group: column.optional(),
  outcomes: z.boolean().optional(),
  at: numbers,
  confidence,
});

const storeOptions = statisticsOptions.extend({ at: numbers });

/** What only the closures of a store can be asked, and what only a table. */
const ofStore = ['groupBy', 'asOf', 'knownAt', 'from', 'to', 'region', 'campaign'] as const;
const ofTable = ['time', 'event', 'entry', 'group', 'outcomes', 'confidence'] as const;

/** `rectify analyse survival`: by when how many have ended, of the closures in a store or of a table in which some had not yet. */
export function addSurvival(group: Command): void {
  withGroupBy(withWindow(withPlace(group.command('survival'))))
    .description(
      'by when how many have ended, of closures or of a table, in which some had not when they were last seen',
    )
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
    .addHelpText('after', ABOUT)
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      if (given.log === undefined) await analyseStore(given);
      else await analyseTable(given);
    });
}

async function analyseTable(given: Given): Promise<void> {
  mustBeAbsent(given, ofStore, 'is about the closures of a store, not about a table');
  const { log, at, confidence, ...columns } = readOptions(given, tableOptions);
  // Loaded when it is asked for: it compiles its distributions, which other commands need not wait for.
  const { survivalOfLog } = await import('../../analysis/survival-of-log.ts');
  const answer = await survivalOfLog(log, columns, { at: at?.split(',').map(Number), confidence });
  if (wantsJson(given)) printJson(answer);
  else print(survivalInWords(answer, columns.group));
}

async function analyseStore(given: Given): Promise<void> {
  mustBeAbsent(given, ofTable, 'is about a table, which --log names');
  const asked = readOptions(given, storeOptions);
  await using reading = await openReading(readPlace(given));
  const analysis = await reading.survival(asked);
  if (wantsJson(given)) {
    printJson(analysis);
    return;
  }
  const { survival, groups = [{ group: null, survival }], logRank = null, method, groupBy } = analysis;
  const answer = {
    confidence: method.confidence,
    groups: groups.map(({ group, survival: own }) => ({ group, ...own })),
    logRank,
  };
  const about = 'Days after the closing; closures still going on had not ended when last seen.';
  print([survivalInWords(answer, groupBy), about, '', footer(await reading.demonstration(), asked)].join('\n'));
}

/** @throws UsageError */
function mustBeAbsent(given: Given, names: readonly string[], because: string): void {
  const wrong = names.filter((name) => given[name] !== undefined).map((name) => `${flagOf(name)} ${because}.`);
  if (wrong.length > 0) throw new UsageError(wrong.join('\n'));
}

const ABOUT = `
Kaplan-Meier with log-log confidence limits, quartiles, restricted mean, Aalen-Johansen, log-rank test (docs/survival.md). Without --log it is about the
closures in the store, in days, every end counting, and competing outcomes told. With --log the first line of the table names the columns; with
--outcomes an event that is empty, 0, false, no or censored means that it had not ended, anything else is the name of an outcome, as it is
written. The log-rank test compares the groups by whether they ended at all.

Examples:
  $ rectify analyse survival --group-by region --at 30,90
  $ rectify analyse survival --log trial.csv --time weeks --event relapse --group arm --at 10,20`;
