import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFileBeside } from '../durable-file.ts';

const instant = z.iso.datetime({ offset: true });
const day = z.iso.date();
const attempts = {
  tries: z.int().nonnegative(),
  /** Before this instant it is not tried again. */
  notBefore: instant.nullable(),
};

/** What happened to somebody's mines that they are not told of yet: after a position (null: the beginning), from an instant on. */
const gathering = z.object({ after: z.string().nullable(), since: instant, mines: z.array(z.string()) });

/** A mail of news: its bounds stay what they are until it is sent, so that a repeat is the same mail. */
const newsMail = z.object({ ...gathering.shape, upTo: z.string(), ...attempts });

/** A mail about deadlines, of a day; `since` is the day of the one before. */
const deadlinesMail = z.object({ day, since: day.nullable(), ...attempts });

/** What waits to be sent to somebody. */
const waiting = z.object({
  gathering: gathering.optional(),
  news: newsMail.optional(),
  deadlines: deadlinesMail.optional(),
  /** The last day that they were told of deadlines for, or that there was nothing to tell. */
  deadlinesOf: day.optional(),
});

/** {@link waiting} as a type. */
export type Waiting = z.infer<typeof waiting>;

/** How far the log was looked through for mails, and what waits for whom, by the key of a recipient. */
const checkpoint = z.object({
  storeId: z.string(),
  position: z.string().nullable(),
  people: z.record(z.string(), waiting),
});

/** {@link checkpoint} as a type. */
export type Checkpoint = z.infer<typeof checkpoint>;

/** Where in a data folder mails keep their checkpoint, relative to it. */
export const MAIL_CHECKPOINT_FILE = 'mail.json';

/** The checkpoint in a data folder; undefined where there is none, or none that can be read. */
export function checkpointIn(dataFolder: string): Checkpoint | undefined {
  try {
    return checkpoint.safeParse(JSON.parse(readFileSync(join(dataFolder, MAIL_CHECKPOINT_FILE), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Durable when it resolves. @throws the system's error */
export function keepCheckpoint(dataFolder: string, content: Checkpoint, draft: string): Promise<void> {
  return replaceFileBeside(join(dataFolder, MAIL_CHECKPOINT_FILE), content, draft);
}
