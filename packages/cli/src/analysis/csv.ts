import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { CannotBeDone } from '../failures.ts';

/** One line of a table, after the one that names the columns. */
export interface CsvRow {
  /** Where it ends in the file, from 1. */
  readonly line: number;
  readonly values: readonly string[];
}

/** A table as it is read: its columns at once, its rows as they come. Disposing of it stops the reading. */
export interface CsvTable extends AsyncDisposable {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<CsvRow>;
}

/** In bytes: a quote that nobody closed is told before the rest of a large file is held as one value. */
const LONGEST_ROW = 1_048_576;

const parsedRecord = z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) });

const errorOfTheSystem = z.object({ syscall: z.string(), message: z.string() });

/** How a file is called in messages. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}

/**
 * Reads a table of comma-separated values (RFC 4180, UTF-8) from a file, or for `-` from standard input, row by row. Blanks around values and empty lines
 * do not count.
 * @throws CannotBeDone when there is no such file, when it is empty, and later at a line that is no such table's
 */
export async function readCsv(file: string): Promise<CsvTable> {
  const rows = rowsOf(file);
  const first = await rows.next();
  if (first.done) throw new CannotBeDone(`${nameOf(file)} is empty; its first line names the columns.`);
  return {
    columns: first.value.values,
    rows,
    async [Symbol.asyncDispose]() {
      await rows.return(undefined);
    },
  };
}

async function* rowsOf(file: string): AsyncGenerator<CsvRow> {
  const parser = parse({ bom: true, info: true, trim: true, skip_empty_lines: true, max_record_size: LONGEST_ROW });
  pipeline(file === '-' ? process.stdin : createReadStream(file), parser, () => {});
  try {
    for await (const parsed of parser) {
      const { record, info } = parsedRecord.parse(parsed);
      yield { line: info.lines, values: record };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CannotBeDone(`${nameOf(file)}: ${error.message}.`);
    const { data: refused } = errorOfTheSystem.safeParse(error);
    throw refused ? new CannotBeDone(`${nameOf(file)} cannot be read: ${refused.message}.`) : error;
  }
}
