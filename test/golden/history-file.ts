import { eventSchemas, precision, region } from '@rectify/engine';
import { z } from 'zod';
import { answer } from './answer-form.ts';
import { someone } from './people.ts';
import { time } from './time.ts';

/** The name by which later events of the file call an event. */
const label = z.string().regex(/^[a-z][a-z0-9 -]*$/, 'must be a few words in lower case');

/** Why an event has to be refused: the code of each reason and what it is about, as the file calls it. */
const refused = z.array(z.string().min(1)).min(1);

const what = {
  type: z.string(),
  data: z.record(z.string(), z.json()).default({}),
  occurredAt: time.optional(),
  occurredAtPrecision: precision.optional(),
  label: label.optional(),
  refused: refused.optional(),
};

/** One event of several that are sent as one act. A refused one refuses them all. */
const eventOfBatch = z.strictObject(what);

/** An event as it is sent: by whom, and when by the clock. Under four eyes another person grants it, at the same time unless stated. */
const sentEvent = z.strictObject({
  at: time,
  by: someone,
  ...what,
  grantedBy: someone.optional(),
  grantedAt: time.optional(),
});

const sentBatch = z.strictObject({ at: time, by: someone, batch: z.array(eventOfBatch).min(2) });

const { operator, capacity, site } = eventSchemas.MineRegistered.shape;

/** What the mine is registered with. */
const mine = z.strictObject({
  registeredAt: time.default('2018-10-01 09:00'),
  name: z.string().default('First mine'),
  region: region.default('CN-XJ'),
  operator: operator.default({ id: 'owner-1', name: 'First operator' }),
  capacity: capacity.default({ amount: 20, unit: 'MW' }),
  site,
});

/** A procedure version that an administrator publishes: it rules the cycles that begin from then on. */
const publication = z.strictObject({ at: time, procedure: z.enum(['strict@1']) });

/** A question about the past: the mine as of and as known at instants. An absent one is unbounded. */
const question = z.strictObject({ asOf: time.optional(), knownAt: time.optional(), ...answer.shape });

/** A golden history as its file says it; README.md explains the format. */
export const goldenHistory = z.strictObject({
  sentence: z.string().regex(/^[A-Z].+[^.]$/, 'must be a sentence without a full stop'),
  mine: mine.prefault({}),
  published: z.array(publication).default([]),
  events: z.array(z.union([sentEvent, sentBatch])).min(1),
  expected: z.strictObject({
    /** The clock at which the answer is asked for: what is ongoing is measured up to it. */
    at: time,
    ...answer.shape,
    /** Every change of state, in the order in which it happened in the world. */
    transitions: z.array(z.string()),
    questions: z.array(question).min(1).optional(),
  }),
});

/** What a file asks, whatever it expects: of `expected` its clock and the instants of its questions. */
const asked = z.looseObject({
  at: time,
  questions: z.array(z.looseObject({ asOf: time.optional(), knownAt: time.optional() })).optional(),
});

/** A golden history whose expectations are to be written: `"expected": { "at": "…" }` is enough. */
export const askedHistory = goldenHistory.extend({ expected: asked });

/** {@link asked} as a type. */
export type Asked = z.infer<typeof asked>;
/** {@link goldenHistory} as a type. */
export type GoldenHistory = z.infer<typeof goldenHistory>;
/** {@link sentEvent} as a type. */
export type Sent = z.infer<typeof sentEvent>;
/** {@link sentBatch} as a type. */
export type SentBatch = z.infer<typeof sentBatch>;
