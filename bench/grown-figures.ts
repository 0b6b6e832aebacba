import { z } from 'zod';

/** A filled store, as the process that measures it is told of it. */
export const grownStore = z.strictObject({
  file: z.string(),
  mines: z.int().positive(),
  eventsPerMine: z.int().positive(),
});

/** What a store of one size does. Speeds are in events a second, at 64 senders where they write. */
export const grownFigures = z.strictObject({
  /** Rows put straight into the table for 10,000 mines, 64 a commit: what SQLite and the disk allow. */
  rawActive: z.number(),
  /** `append` of one event to one of 10,000 mines, or of all if they are fewer. */
  appendActive: z.number(),
  /** `append` of one event to any mine. */
  appendAny: z.number(),
  /** `engine.send` to one of 10,000 mines. */
  sendActive: z.number(),
  readAll: z.number(),
  /** Milliseconds from asking for the store until it can be used. */
  openingMs: z.number(),
  /** Milliseconds to read the history of one mine. */
  historyMs: z.number(),
  /** Of the file, before anything is appended to it. */
  diskBytes: z.number(),
  /** Most memory that the process had at once while it read and appended, in MiB: the store's and that of Node and the code itself. */
  storeMegabytes: z.number(),
  /** The same in the end, when an engine had sent too. It remembers 2,000 mines, whatever the store holds. */
  engineMegabytes: z.number(),
});

/** {@link grownFigures} as a type. */
export type GrownFigures = z.infer<typeof grownFigures>;
