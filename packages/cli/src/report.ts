import { CannotListen, SigningKeyUnusable, UnknownKeptFile } from '@rectify/api';
import {
  BackupExists,
  BackupFailed,
  BackupUnusable,
  CopyDiffers,
  StoreLocked,
  StoreOverloaded,
  StoreUnavailable,
  StoreUnusable,
  TargetHoldsOther,
} from '@rectify/engine';
import { CannotFold, NoReadDatabase, NotAReadDatabase } from '@rectify/projections';
import { CommanderError } from 'commander';
import {
  CannotBeDone,
  HistoryDiffers,
  ProcedureHasFaults,
  ReadSideDiffers,
  Refused,
  StoreHasFaults,
  UsageError,
} from './failures.ts';
import { note, printJson } from './print/output.ts';

/** The errors whose message is written for the person at the terminal. */
const FORESEEN = [
  UsageError,
  CannotBeDone,
  HistoryDiffers,
  ProcedureHasFaults,
  StoreHasFaults,
  ReadSideDiffers,
  CannotListen,
  SigningKeyUnusable,
  UnknownKeptFile,
  BackupExists,
  BackupFailed,
  BackupUnusable,
  CopyDiffers,
  TargetHoldsOther,
  StoreLocked,
  StoreOverloaded,
  StoreUnavailable,
  StoreUnusable,
  CannotFold,
  NoReadDatabase,
  NotAReadDatabase,
];

/** Says on standard error what went wrong; with `json` a refusal goes to standard output too, as the API's problem. */
export function report(error: unknown, json: boolean): void {
  if (error instanceof Refused) {
    if (json) printJson(error.problem);
    note(refusalInWords(error));
  } else if (error instanceof Error && (FORESEEN.some((kind) => error instanceof kind) || isOfTheSystem(error))) {
    note(error.message);
  } else {
    note(`Nobody foresaw this: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}

/** An error of the operating system, such as a folder that may not be written: its message says what and where. */
function isOfTheSystem(error: Error): boolean {
  return 'syscall' in error && 'path' in error;
}

/** 0 for help, 2 for a wrong call, 1 for everything else. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof UsageError ? 2 : 1;
}

/** A refusal in one line: why, who can change it, what is possible instead. */
function refusalInWords({ problem: { detail, errors = [], who = [], reasons = [], next = [] } }: Refused): string {
  const why = errors.length > 1 ? errors.map(({ pointer, detail: fault }) => `${pointer} ${fault}`).join('; ') : detail;
  const able = new Set([...who, ...reasons.map((reason) => reason.who)]);
  able.delete('nobody');
  return [
    `Refused: ${why}`,
    ...(able.size === 0 ? [] : [`Who can change it: ${[...able].join(', ')}.`]),
    ...(next.length === 0 ? [] : [`Possible now: ${next.join(', ')}.`]),
  ]
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}
