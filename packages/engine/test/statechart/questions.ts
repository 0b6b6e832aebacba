import fc from 'fast-check';
import {
  chartValue,
  defaultProcedure,
  type EventData,
  type EventType,
  eventTypes,
  type Fact,
  type Procedure,
} from '../../src/index.ts';
import type { Decider, Standing } from '../../src/rectification/decide.ts';
import { withData } from '../../src/rectification/fact.ts';
import { eventOf } from '../../src/rectification/fold.ts';
import type { MineEvent } from '../../src/rectification/mine-event.ts';
import { arbitraryData } from '../arbitrary-data.ts';
import { inspector, licensing, owner, reviewer, secondSupervisor, supervisor, system } from '../given.ts';
import { wellFormed } from '../well-formed.ts';

/** What one wants to know of a decider: an event, and where it is to be decided. */
export type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

const { operation, appeal, power } = chartValue.shape;

const anyValue = fc.record({
  operation: fc.constantFrom(...operation.options),
  appeal: fc.constantFrom(...appeal.options),
  power: fc.constantFrom(...power.options),
});

const elsewhere: Procedure = {
  ...defaultProcedure,
  version: defaultProcedure.version + 1,
  regions: ['CN-XJ', 'CN-SC'],
  requirements: defaultProcedure.requirements.slice(1),
};

/** One of the events that there is a step for, with data that fits the mine, in one of its ways. */
const likelyEvent = fc.record({ pick: fc.nat(), way: fc.nat(5) });
/** Any event with any data of its type. */
const anyEvent = fc
  .constantFrom<EventType>(...eventTypes)
  .chain((type) => fc.record({ type: fc.constant(type), data: arbitraryData(type) }));

function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

/** Asked about where the mine stands, or stood some decisions ago; or about any other place, with what it remembers. */
const question = fc.record({
  event: fc.oneof({ weight: 2, arbitrary: likelyEvent }, { weight: 1, arbitrary: anyEvent }),
  ago: seldom(fc.nat()),
  displaced: seldom(anyValue),
  actor: fc.constantFrom(inspector, supervisor, secondSupervisor, licensing, reviewer, owner, system),
  procedure: fc.constantFrom(defaultProcedure, elsewhere),
  hoursLater: fc.integer({ min: -1000, max: 1000 }),
  hoursUntilDecided: fc.nat(10_000),
});

/** So many questions. */
export function questions(count: number): fc.Arbitrary<Question[]> {
  return fc.array(question, { minLength: count, maxLength: count, size: 'max' });
}

/** The standing that a question is about, of those a mine has been in, the last one being its present. */
export function askedAbout({ ago, displaced }: Question, standings: readonly Standing[]): Standing {
  const then = standings.at(-1 - ((ago ?? 0) % standings.length));
  if (!then) throw new Error('the mine has not stood anywhere');
  return { mine: then.mine, value: displaced ?? then.value };
}

/** The event that a question is about, as the chart sees it. `like` lends what every fact of the mine has. */
export function askedEvent(
  { event, actor, procedure, hoursLater, hoursUntilDecided }: Question,
  standing: Standing,
  like: Fact,
  { stepsFrom }: Decider,
): MineEvent {
  const { type, data } = 'type' in event ? event : fitting(event, standing, stepsFrom(standing));
  const occurredAt = hoursAfter(like.occurredAt, hoursLater);
  const recordedAt = hoursAfter(occurredAt, hoursUntilDecided);
  return eventOf(withData({ ...like, type, actor, procedure, occurredAt, recordedAt }, data));
}

function fitting(
  { pick, way }: typeof likelyEvent extends fc.Arbitrary<infer T> ? T : never,
  { mine }: Standing,
  steps: readonly EventType[],
): { type: EventType; data: EventData } {
  const type = steps[pick % steps.length] ?? 'NoteAdded';
  const ways = wellFormed(type, mine);
  const data = ways[way % ways.length];
  if (!data) throw new Error(`there is no data for ${type}`);
  return { type, data };
}

function hoursAfter(instant: string, hours: number): string {
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
}
