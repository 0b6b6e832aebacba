import { z } from 'zod';

/**
 * The kinds of value that event data is made of. `x-input` in the JSON Schema tells a form how to ask for a value:
 * `new-id` is generated, `choose` is picked among what the mine has, `document` is a file of which the fingerprint is kept.
 */

/** A mine's id, safe in a URL and a stream name. */
export const mineId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be 1 to 64 letters, digits, dots, underscores or hyphens')
  .meta({ 'x-input': 'new-id' });

const anId = z
  .string()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u,
    'must be 1 to 64 letters, digits, dots, underscores, colons or hyphens',
  );

/** An id that the event brings into being, unique within the mine. */
export const newId = (prefix: string) => anId.meta({ 'x-input': 'new-id', 'x-prefix': prefix });

/** What an id can name within a mine. */
export type Chosen =
  | 'inspection'
  | 'finding'
  | 'check'
  | 'requirement'
  | 'licence'
  | 'letter'
  | 'direction'
  | 'appeal'
  | 'approval'
  | 'procedure'
  | 'event';

/** An id or code of something the mine or its procedure already has. */
export const chosen = (of: Chosen) => anId.meta({ 'x-input': 'choose', 'x-of': of });

/** A code from one of the procedure's lists; any code where it lists none. */
export const listedCode = (of: 'grounds' | 'finding') => anId.meta({ 'x-input': 'code', 'x-of': `${of}-code` });

/** An id that stands for something outside the mine: a person, a campaign. */
export const reference = anId;

/** A short text on one line, such as a name or a number. */
export const line = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(200)
  .regex(/^[^\p{Cc}]*$/u, 'must not hold control characters');

/** A text of one or more paragraphs; control characters other than line ends and tabs are refused. */
export const text = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(10_000)
  .regex(/^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u, 'must not hold control characters')
  .meta({ 'x-input': 'text' });

/** A day, `YYYY-MM-DD`, in the procedure's zone. */
export const day = z.iso.date('must be a day, YYYY-MM-DD');

/** An instant with its offset, for instance `2018-11-05T00:00:00+08:00`. */
export const instant = z.iso.datetime({
  offset: true,
  error: 'must be an instant with an offset, such as 2018-11-05T00:00:00+08:00',
});

/** An ISO 3166-2 subdivision, for instance `CN-XJ`. */
export const region = z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'must be an ISO 3166-2 code, such as CN-XJ');

/** An amount with its unit, for instance 20 MW. */
export const quantity = z.strictObject({ amount: z.number().positive().max(1e12), unit: line });

/** A document by its fingerprint: SHA-256 in hexadecimal, size in bytes. */
export const document = z
  .strictObject({
    name: line,
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 fingerprint: 64 hexadecimal digits'),
    mediaType: line.optional(),
    bytes: z.int().nonnegative().optional(),
  })
  .meta({ 'x-input': 'document' });

/** Who may see a note or a document: officials only, or the owner too. */
export const visibility = z.enum(['internal', 'owner']);

/** A mine's operator, the owner in the domain's sense. */
export const operator = z.strictObject({ id: reference, name: line });

/** What is written where the source states nothing; it is never completed with an invention. */
export const NOT_STATED = 'not stated';

/** How exactly the time in the world is known. */
export const precision = z.enum(['instant', 'day', 'month']);

/** Where a fact comes from: domain.md, rule 8. */
export const source = z.strictObject({
  kind: z.enum(['report', 'record', 'invented']),
  quote: text.optional(),
  attribution: text.optional(),
});

/** {@link document} as a type. */
export type Document = z.infer<typeof document>;
/** {@link quantity} as a type. */
export type Quantity = z.infer<typeof quantity>;
/** {@link source} as a type. */
export type Source = z.infer<typeof source>;
/** {@link precision} as a type. */
export type Precision = z.infer<typeof precision>;
