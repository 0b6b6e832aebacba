import { styleText } from 'node:util';

/** Writes a result to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a result for machines to standard output: JSON, indented. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Tells the person at the terminal something that is no result: standard error. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Says how far something has come, on a line that the next call overwrites; on a terminal alone. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** Removes the line of {@link progress}. */
export function progressDone(): void {
  progress('');
}

/** A heading: bold on a terminal that wants it (`NO_COLOR` is honoured), plain otherwise. */
export function heading(text: string): string {
  return styleText('bold', text, { stream: process.stdout });
}

/** Ends quietly when whoever reads our output has seen enough, as `head` does. */
export function endWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
}
