import { z } from 'zod';

/** A filled store, as the process that folds it and asks is told of it. */
export const storeToRead = z.strictObject({
  log: z.string(),
  file: z.string(),
  events: z.int().positive(),
  now: z.string(),
});

const asked = z.strictObject({ p50: z.number(), p99: z.number() });

/** What the read side of a store of one size does. */
export const readFigures = z.strictObject({
  /** Events a second folded into an empty read database; null where they had been folded before. */
  folded: z.number().nullable(),
  /** Bytes an event in the read database. */
  bytes: z.number(),
  /** Most memory that the process which folds and reads the log had until it was through, in MiB; null where that was before. */
  foldingMegabytes: z.number().nullable(),
  /** The same in the end, when everything had been asked too. */
  askedMegabytes: z.number(),
  /** Milliseconds, of the present and of a past instant. */
  questions: z.array(z.strictObject({ what: z.string(), present: asked, past: asked })),
});

/** {@link storeToRead} as a type. */
export type StoreToRead = z.infer<typeof storeToRead>;
/** How long something took, in milliseconds: the median and the slowest in a hundred. */
export type Asked = z.infer<typeof asked>;
/** {@link readFigures} as a type. */
export type ReadFigures = z.infer<typeof readFigures>;
