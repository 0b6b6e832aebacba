import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A running process that appends to a store. */
export interface AppendingProcess {
  /** Waits until so many appends were acknowledged; fails when the process ends before. */
  acknowledged(appends: number): Promise<void>;
  /** Ends it with SIGKILL and answers the ids of all events that it saw acknowledged. */
  kill(): Promise<string[]>;
}

const started: AppendingProcess[] = [];

/** Starts a process that appends to a SQLite store for ever, three events at a time, and prints their ids once they are acknowledged. */
export function startAppending(file: string): AppendingProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'append-until-killed.ts'), file]);
  const closed = once(child, 'close');
  let printed = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    errors += chunk;
  });
  const lines = (): string[] => printed.split('\n').slice(0, -1);

  const running: AppendingProcess = {
    async acknowledged(appends) {
      while (lines().length < appends) {
        await Promise.race([once(child.stdout, 'data'), closed]);
        if (child.exitCode !== null) throw new Error(`The appending process ended: ${errors}`);
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
      return lines().flatMap((line) => line.split(' '));
    },
  };
  started.push(running);
  return running;
}

/** Ends every process that was started, so that none outlives its test. */
export async function killAllStarted(): Promise<void> {
  for (const running of started.splice(0)) await running.kill();
}
