import { groupBy } from '@rectify/projections';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { instantOrStartOfDay, instants, withInstants } from './instants.ts';

/** Which closures are counted, and in which window, as options. */
export const windowOptions = z.object({
  ...instants.shape,
  from: instantOrStartOfDay,
  to: instants.shape.asOf,
  region: z.string().optional(),
  campaign: z.string().optional(),
});

/** The same, and by what they are grouped. */
export const statisticsOptions = windowOptions.extend({ groupBy: groupBy.optional() });

/** Adds what narrows closures down, `--as-of` and `--known-at` among it. */
export function withWindow(command: Command): Command {
  return withInstants(command)
    .addOption(
      new Option('--from <when>', 'a window begins: who was shut before counts from then on (a day or an instant)'),
    )
    .addOption(new Option('--to <when>', 'the window ends: who is still shut then had not ended (a day or an instant)'))
    .addOption(new Option('--region <codes>', 'only of these regions, with commas between them'))
    .addOption(new Option('--campaign <ids>', 'only of these campaigns'));
}

/** Adds `--group-by`. */
export function withGroupBy(command: Command): Command {
  return command.addOption(new Option('--group-by <what>', 'figures for each group too').choices(groupBy.options));
}
