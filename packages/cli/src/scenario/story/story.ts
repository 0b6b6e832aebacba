import { type EventData, type EventType, type Fact, milliseconds, type Person, type Source } from '@rectify/engine';
import { at } from './moments.ts';
import { type Part, type People, peopleOf } from './people.ts';
import { asSourceSays, invented } from './source.ts';

/** When something happened in the world, where that is not the moment of recording. */
export interface InTheWorld {
  readonly occurredAt: string;
  readonly occurredAtPrecision: Fact['occurredAtPrecision'];
}

/** One event sent by somebody. Its data may refer to facts already on the file, for a correction. */
export interface Sending extends Partial<InTheWorld> {
  readonly kind: 'sends';
  readonly at: string;
  readonly by: Person;
  readonly type: EventType;
  readonly data: EventData | ((facts: readonly Fact[]) => EventData);
  readonly source: Source;
}

/** The answer to the mine's pending request of an event type. */
export interface Answering {
  readonly kind: 'answers';
  readonly at: string;
  readonly by: Person;
  readonly request: EventType;
  /** Why it is declined; granted if absent. */
  readonly declinedFor?: string;
}

/** One step of a story, at an instant of the simulated clock. */
export type Step = Sending | Answering;

/** A part of a story: what the mine's people do. */
export type Act = (people: People) => readonly Step[];

/** How an event is told, where it is not simply invented and recorded as it happens. */
export interface Telling extends Partial<InTheWorld> {
  readonly source?: Source;
}

/** The registration of a mine. */
export interface Registering extends Partial<InTheWorld> {
  readonly at: string;
  readonly by: Person;
  readonly data: EventData<'MineRegistered'>;
  readonly source: Source;
}

/** A mine's story: its registration, then its steps in order. */
export interface Story {
  readonly mineId: string;
  readonly registration: Registering;
  readonly steps: readonly Step[];
}

/** A story tells something before what came first. */
class StoryOutOfOrder extends Error {
  override readonly name = 'StoryOutOfOrder';
}

/** Makes an act of one event of a part: `who('11-05 09:12', 'NoteAdded', { … })`. */
function whoSends(part: Part) {
  return <T extends EventType>(moment: string, type: T, data: EventData<T>, telling: Telling = {}): Act =>
    (people) => [sends(people[part], at(moment), type, data, telling)];
}

/** The inspector sends an event. */
export const inspector = whoSends('inspector');
/** The inspector of the power office sends an event. */
export const powerInspector = whoSends('powerInspector');
/** The supervisor sends an event. */
export const supervisor = whoSends('supervisor');
/** The licensing office sends an event. */
export const licensing = whoSends('licensing');
/** The reviewer sends an event. */
export const reviewer = whoSends('reviewer');
/** The owner sends an event. */
export const owner = whoSends('owner');

/** An event sent at an instant: invented unless told otherwise. */
export function sends<T extends EventType>(
  by: Person,
  instant: string,
  type: T,
  data: EventData<T> | ((facts: readonly Fact[]) => EventData<T>),
  { source = invented, ...world }: Telling = {},
): Sending {
  return { kind: 'sends', at: instant, by: asSourceSays(by, source), type, data, source, ...world };
}

/** Somebody asks for what another has to grant; the other supervisor does so at the second moment. */
export function requestedAndGranted<T extends EventType>(
  part: Part,
  moments: readonly [requested: string, granted: string],
  type: T,
  data: EventData<T> | ((facts: readonly Fact[]) => EventData<T>),
  telling: Telling = {},
): Act {
  return (people) => [
    sends(people[part], at(moments[0]), type, data, telling),
    {
      kind: 'answers',
      at: at(moments[1]),
      by: asSourceSays(people.otherSupervisor, telling.source ?? invented),
      request: type,
    },
  ];
}

/** A supervisor declines what was asked for. */
export function declined(moment: string, request: EventType, declinedFor: string): Act {
  return ({ otherSupervisor }) => [{ kind: 'answers', at: at(moment), by: otherSupervisor, request, declinedFor }];
}

/** What a registration says, and when it was made. */
export interface Registered extends Telling {
  readonly on: string;
  readonly name: string;
  readonly operator: EventData<'MineRegistered'>['operator'];
  readonly megawatts: number;
  readonly site?: string;
  readonly origin?: EventData<'MineRegistered'>['origin'];
}

/** A mine of the demonstration with its story. The first two letters of its id tell the region. @throws StoryOutOfOrder */
export function mine(mineId: `${'GZ' | 'XJ'}-${string}`, registered: Registered, ...acts: readonly Act[]): Story {
  const { on, name, operator, megawatts, site, origin, source = invented, ...world } = registered;
  const region = `CN-${mineId.slice(0, 2)}`;
  const people = peopleOf({ mineId, region, operatorId: operator.id });
  const capacity = { amount: megawatts, unit: 'MW' };
  const data = { mineId, name, region, operator, capacity, site, origin };
  const by = asSourceSays(people.inspector, source);
  const registration = { at: at(on), by, data, source, ...world };
  const steps = acts.flatMap((act) => act(people));
  const moments = [registration, ...steps].map((told) => told.at);
  for (const [index, moment] of moments.entries()) {
    const before = moments[index - 1];
    if (before !== undefined && milliseconds(moment) < milliseconds(before))
      throw new StoryOutOfOrder(`${mineId}: ${moment} is told after ${before}.`);
  }
  return { mineId, registration, steps };
}
