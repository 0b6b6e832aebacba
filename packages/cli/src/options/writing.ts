import { statSync } from 'node:fs';
import { precision } from '@rectify/engine';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { UsageError } from '../failures.ts';
import { isEventData, readEventData } from './event-data.ts';
import { instantOrStartOfDay, isDay } from './instants.ts';
import { idempotencyKey, withKey } from './key.ts';
import { asJson, type Place, readPlace, storeUrl } from './place.ts';
import { collected, optionsOf, readOptions } from './read-options.ts';

const writingOptions = z.object({
  data: z.union([z.string().transform((value) => [value]), z.array(z.string())]).default([]),
  key: idempotencyKey,
  occurredAt: instantOrStartOfDay,
  precision: z.enum(precision.options, { error: precision.options.join(', ') }).optional(),
});

/** What every writing command is told. */
export interface WritingOptions {
  /** The event's data, parsed; undefined where none was given. */
  readonly data: unknown;
  readonly key: string | undefined;
  readonly occurredAt: string | undefined;
  readonly occurredAtPrecision: 'instant' | 'day' | 'month' | undefined;
  /** Where to write: `--data` is the data folder here where it is no event's data. */
  readonly place: Place;
}

/** Adds what every writing command takes. */
export function withWriting(command: Command): Command {
  return withKey(command)
    .addOption(
      new Option(
        '--data <json>',
        "the event's data: JSON, @file, or - for standard input; any other value is the data folder, so it can be given twice",
      ).argParser(collected),
    )
    .addOption(storeUrl())
    .addOption(asJson())
    .addOption(
      new Option('--occurred-at <when>', 'when it happened: an instant with its offset, or a day (default: now)'),
    )
    .addOption(new Option('--precision <precision>', 'how exactly that is known: instant, day or month'));
}

/**
 * What a writing command was told.
 * @throws UsageError, CannotBeDone
 */
export async function readWriting(command: Command): Promise<WritingOptions> {
  const given = optionsOf(command);
  const options = readOptions(given, writingOptions);
  const data = options.data.findLast(isEventData);
  const folder = options.data.findLast((value) => !isEventData(value));
  if (folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(`--data ${folder} is a file; for its content write --data @${folder}.`);
  }
  return {
    data: data === undefined ? undefined : await readEventData(data),
    key: options.key,
    occurredAt: options.occurredAt,
    occurredAtPrecision: options.precision ?? (isDay(given.occurredAt) ? 'day' : undefined),
    place: readPlace({ ...given, data: folder ?? (command.parent && optionsOf(command.parent).data) }),
  };
}
