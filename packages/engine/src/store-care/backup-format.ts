import { z } from 'zod';
import type { JsonObject } from '../event-store/event-store.ts';

/** Names the format of a backup file. */
export const BACKUP_FORMAT = 'rectify-backup/2';

/** The formats that are read; another one is refused. The first had no documents. */
const READABLE = ['rectify-backup/1', BACKUP_FORMAT] as const;

/** A small file of a data folder that is no event and cannot be made anew. */
const keptFile = z.strictObject({
  /** Relative to the data folder, with `/`. */
  path: z.string(),
  base64: z.base64(),
});

/** The first line: which store this is of, and what goes with it. */
export const backupHeader = z.object({
  format: z.enum(READABLE),
  storeId: z.string(),
  madeAt: z.iso.datetime(),
  files: z.array(keptFile),
});

/** {@link keptFile} as a type. */
export type KeptFile = z.infer<typeof keptFile>;

/** {@link backupHeader} as a type. */
export type BackupHeader = z.infer<typeof backupHeader>;

const payload = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

/** A line in between: an event as its store recorded it. Payloads are left as they are, for what is stored is told by the digest. */
export const backupEvent = z.object({
  stream: z.string(),
  revision: z.int().min(0),
  position: z.string(),
  append: z.object({ index: z.int().min(0), size: z.int().min(1) }),
  eventId: z.string(),
  type: z.string(),
  data: payload,
  metadata: payload,
});

/** A line after the events: a part of a document's content, in their order; the last one of each says so. */
export const backupDocument = z.strictObject({
  document: z.string().regex(/^[0-9a-f]{64}$/),
  base64: z.base64(),
  last: z.boolean(),
});

/** {@link backupDocument} as a type. */
export type BackupDocument = z.infer<typeof backupDocument>;

/** The last line; a file without it was cut off. */
export const backupEnd = z.strictObject({
  head: z.string().nullable(),
  events: z.int().min(0),
  documents: z.int().min(0).default(0),
  digest: z.string(),
  /** SHA-256 of all lines before this one, each with its line feed. */
  lines: z.string(),
});

/** {@link backupEnd} as a type. */
export type BackupEnd = z.infer<typeof backupEnd>;
