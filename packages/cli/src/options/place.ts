import { ConfigInvalid, readConfig } from '@rectify/api';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { UsageError } from '../failures.ts';
import { type Given, readOptions } from './read-options.ts';

/** Where a command works. */
export interface Place {
  /** Absolute path of the data folder. */
  readonly data: string;
  /** The store's URL. */
  readonly store: string;
  /** Whether `--store` named it: a server that has another store is then not asked. */
  readonly storeGiven: boolean;
}

const placeOptions = z.object({ data: z.string().optional(), store: z.string().optional() });

/** Adds `--data`, `--store` and `--json`, which almost every command has. */
export function withPlace(command: Command): Command {
  return command.addOption(dataFolder()).addOption(storeUrl()).addOption(asJson());
}

/** `--data` as the data folder. */
export function dataFolder(): Option {
  return new Option('--data <folder>', 'the data folder (default: RECTIFY_DATA, else ./data)');
}

/** `--store`. */
export function storeUrl(): Option {
  return new Option('--store <url>', 'the event store (default: RECTIFY_STORE, else events.db in the data folder)');
}

/** `--json`. */
export function asJson(): Option {
  return new Option('--json', 'print JSON on standard output, and nothing else there');
}

/**
 * Where a command works, from its options and the environment.
 * @throws UsageError
 */
export function readPlace(given: Given): Place {
  const options = readOptions(given, placeOptions);
  try {
    const { data, store } = readConfig({
      RECTIFY_DATA: options.data ?? process.env.RECTIFY_DATA,
      RECTIFY_STORE: options.store ?? process.env.RECTIFY_STORE,
    });
    return { data, store, storeGiven: options.store !== undefined };
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    throw new UsageError(error.message);
  }
}
