import { CENSORED, type Observation } from '@rectify/analytics';
import { z } from 'zod';
import { CannotBeDone, UsageError } from '../failures.ts';
import { nameOf, readCsv } from './csv.ts';

/** Which columns of a table say what. */
export interface ObservationColumns {
  readonly time: string;
  readonly event: string;
  readonly entry?: string | undefined;
  readonly group?: string | undefined;
  /** Whether the event column names the outcome, instead of saying yes or no. */
  readonly outcomes?: boolean | undefined;
}

const number = z
  .string()
  .regex(/^\d{1,15}(\.\d+)?$/, 'a number, 0 or more, such as 12 or 12.5')
  .transform(Number);

const yesOrNo = z.stringbool({
  truthy: ['1', 'true', 'yes'],
  falsy: ['0', 'false', 'no'],
  error: '1, true or yes; 0, false or no',
});

const whetherEnded = yesOrNo.transform((ended) => (ended ? 'ended' : CENSORED));

const NOT_ENDED = ['', '0', 'false', 'no', CENSORED];

const outcome = z.string().transform((given) => (NOT_ENDED.includes(given.toLowerCase()) ? CENSORED : given));

/**
 * Reads observations from a table of comma-separated values; `-` is standard input.
 * @throws UsageError for a column that the table has not
 * @throws CannotBeDone for a file that cannot be read, and for a value that is none, with its line and column
 */
export async function readObservations(file: string, asked: ObservationColumns): Promise<Observation[]> {
  await using csv = await readCsv(file);
  const { columns, rows } = csv;
  const place = {
    time: placeOf('time', asked.time, columns, file),
    event: placeOf('event', asked.event, columns, file),
    entry: asked.entry === undefined ? undefined : placeOf('entry', asked.entry, columns, file),
    group: asked.group === undefined ? undefined : placeOf('group', asked.group, columns, file),
  };
  const observations: Observation[] = [];
  for await (const { line, values } of rows) {
    const read = <S extends z.ZodType>(from: number, schema: S): z.output<S> => {
      const value = values[from] ?? '';
      const { success, data, error } = schema.safeParse(value);
      if (success) return data;
      throw wrong(file, line, columns[from], `is ${JSON.stringify(value)}; allowed: ${error.issues[0]?.message}`);
    };
    const textAt = (from: number | undefined) => (from === undefined ? '' : (values[from] ?? ''));
    const time = read(place.time, number);
    const entry = place.entry === undefined || textAt(place.entry) === '' ? undefined : read(place.entry, number);
    if (entry !== undefined && entry >= time) {
      throw wrong(file, line, asked.entry, `is ${entry}; allowed: less than the time, which is ${time}, or nothing`);
    }
    observations.push({
      time,
      entry,
      outcome: read(place.event, asked.outcomes ? outcome : whetherEnded),
      group: textAt(place.group) || undefined,
    });
  }
  return observations;
}

function wrong(file: string, line: number, column: string | undefined, what: string): CannotBeDone {
  return new CannotBeDone(`${nameOf(file)}, line ${line}: ${column ?? ''} ${what}.`);
}

function placeOf(option: string, column: string, columns: readonly string[], file: string): number {
  const place = columns.indexOf(column);
  if (place === -1) {
    const allowed = `a column of ${nameOf(file)}: ${columns.join(', ')}`;
    throw new UsageError(`--${option} is ${JSON.stringify(column)}; allowed: ${allowed}.`);
  }
  if (columns.lastIndexOf(column) === place) return place;
  throw new UsageError(`--${option} is ${JSON.stringify(column)}, but ${nameOf(file)} has two columns of this name.`);
}
