import type { ProblemAnswer } from '@rectify/api';

/** The command was called in a way that makes no sense: exit code 2. The message says what is wrong and what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The engine or the server refused what was asked; `problem` is what `--json` prints. Exit code 1. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Omit<ProblemAnswer, 'instance'>;
  constructor(problem: Omit<ProblemAnswer, 'instance'>) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** What was asked cannot be done here; the message says why and what to do instead. Exit code 1. */
export class CannotBeDone extends Error {
  override readonly name = 'CannotBeDone';
}

/** Stored history is not what deciding it again gives; what differs was told before. Exit code 1. */
export class HistoryDiffers extends Error {
  override readonly name = 'HistoryDiffers';
}

/** A procedure has faults, which were told before. Exit code 1. */
export class ProcedureHasFaults extends Error {
  override readonly name = 'ProcedureHasFaults';
}

/** A store has faults, which were told before. Exit code 1. */
export class StoreHasFaults extends Error {
  override readonly name = 'StoreHasFaults';
}

/** The read side is not what the log says; what differs was told before. Exit code 1. */
export class ReadSideDiffers extends Error {
  override readonly name = 'ReadSideDiffers';
}
