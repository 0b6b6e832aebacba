import { availableParallelism } from 'node:os';
import { endOfDay, milliseconds, startOfDay } from '@rectify/engine';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { inNewFolder, type Maker, requireNothingThere } from '../access/new-folder.ts';
import { outside } from '../access/outside.ts';
import { UsageError } from '../failures.ts';
import { type GenerationProgress, generateInto } from '../generate/generate.ts';
import { interruption } from '../interruption.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { print, printJson, progress, progressDone } from '../print/output.ts';
import { counted, span, ZONE } from '../print/times.ts';

const aDay = z.iso.date('a day such as 2018-11-11');

/** A whole number that commander hands over as text. */
const whole = (least: number, most: number) => {
  const allowed = `a whole number from ${least} to ${most}`;
  return z
    .string(allowed)
    .regex(/^\d{1,10}$/, allowed)
    .transform(Number)
    .refine((number) => number >= least && number <= most, allowed);
};

const generateOptions = z.object({
  mines: whole(1, 9_999_999),
  seed: whole(0, 4_294_967_295),
  from: aDay,
  to: aDay,
  threads: whole(1, 64),
});

const aGeneration: Maker = {
  named: 'Generating',
  draft: '.generating',
  onlySqlite:
    'Histories are generated into a SQLite file; from there `rectify copy` brings them into a store of another kind.',
};

/** `rectify generate`: a new data folder with invented histories. */
export function addGenerate(program: Command): void {
  withPlace(program.command('generate'))
    .description('make a new data folder with invented, legal histories of many mines')
    .addOption(new Option('--mines <number>', 'how many mines'))
    .addOption(new Option('--seed <number>', 'with the same seed and options the events are the same').default('1'))
    .addOption(new Option('--from <day>', 'the first day, Beijing time').default('2016-01-01'))
    .addOption(new Option('--to <day>', 'the last day, Beijing time').default('2019-12-31'))
    .addOption(
      new Option('--threads <number>', 'how many threads play mines').default(
        String(availableParallelism()),
        'one for each processor',
      ),
    )
    .addHelpText('after', ABOUT)
    .action(async (_options, command: Command) => {
      const options = optionsOf(command);
      const place = readPlace(options);
      const { mines, seed, from, to, threads } = readOptions(options, generateOptions);
      const window = { from: milliseconds(startOfDay(from, ZONE)), to: milliseconds(endOfDay(to, ZONE)) };
      if (from > to) throw new UsageError(`--to is "${to}"; allowed: a day not before ${from}.`);
      if (window.to > milliseconds(outside.clock()))
        throw new UsageError(`--to is "${to}"; allowed: a day that has passed.`);
      requireNothingThere(place, aGeneration);
      const signal = interruption('Nothing was generated.');
      try {
        const generated = await inNewFolder(place, aGeneration, (draft) =>
          generateInto(draft, { mines, seed, window }, { threads, signal, onProgress: teller() }),
        );
        progressDone();
        if (wantsJson(options)) printJson({ data: place.data, ...generated, seed, from, to });
        else {
          const refused = Object.values(generated.refused).reduce((sum, count) => sum + count, 0);
          print(
            `${counted(generated.events, 'event')} of ${counted(mines, 'mine')} from ${from} to ${to} are in ${place.data}.`,
          );
          print(`All of it is invented. ${counted(refused, 'further event')} that the engine refused did not happen.`);
        }
      } finally {
        progressDone();
      }
    });
}

/** Tells how far it has come, how fast, and how long this part of it will still take. */
function teller(): (progress: GenerationProgress) => void {
  let doing = '';
  let since = 0;
  return ({ doing: now, done, of, events }) => {
    if (now !== doing) [doing, since] = [now, performance.now()];
    const seconds = (performance.now() - since) / 1000;
    const left = seconds > 0 && done > 0 ? ((of - done) / done) * seconds : 0;
    const rate = seconds > 0 ? Math.round(events / seconds) : 0;
    const share = Math.floor((100 * done) / of);
    progress(`${now}: ${share} %, ${counted(events, 'event')}, ${rate} events/s, ${span(left * 1000)} left …`);
  };
}

const ABOUT = `
Every event goes through the engine, which decides it as it would for a person; its data, durations and frequencies are invented and
estimated from nothing (docs/generated-data.md). The data folder has to be empty, or not there.

Example:
  $ rectify generate --mines 10000 --seed 7 --data ./generated`;
