import {
  type EventData,
  type EventType,
  type Mine,
  type Procedures,
  procedureName,
  shippedProcedures,
  type Way,
  type WayStep,
  wayTo,
} from '../../src/index.ts';
import { compiled } from '../../src/rectification/compiled/decider.ts';
import { asJson } from '../../src/stored-event.ts';
import { type Place, smallProcedure, step } from '../statechart/walk.ts';
import { wellFormed } from '../well-formed.ts';

/** The procedures of the walk: its small one is in force. */
const procedures: Procedures = new Map(
  [...shippedProcedures].map(([name, published]) => [name, { ...published, procedure: smallProcedure }]),
);
if (!procedures.has(procedureName(smallProcedure))) throw new Error('the walk’s procedure is not the shipped one');

/** The way from a place of the walk to an event, judged after everything that happened on the walk. */
export function wayFrom({ standing }: Place, goal: EventType): Way {
  return wayTo({ goal, standing, present: { now: '2018-11-20T00:00:00Z', procedures } });
}

/** Where a way leads if people follow it with data of their own, or the first step that the chart refuses them. */
export function follow(place: Place, path: readonly WayStep[]): Place | WayStep {
  const [next, ...further] = path;
  if (!next) return place;
  const after = take(place, next);
  return after ? follow(after, further) : next;
}

function take(place: Place, wanted: WayStep): Place | undefined {
  const data = dataFor(wanted.type, wanted, place.standing.mine);
  // A step under four eyes that names no second person is not granted yet.
  if (smallProcedure.fourEyes[wanted.type] && wanted.approvedBy === undefined) {
    const request = { approvalId: 'Q1', event: { type: wanted.type, data: asJson(data) }, revision: 0 };
    return step(place, 'ApprovalRequested', request, compiled)?.place;
  }
  const by = { id: 'someone', role: wanted.role, office: 'any' };
  const sentBy = wanted.type.startsWith('Approval') ? {} : { by };
  return step(place, wanted.type, data, { ...compiled, ...sentBy })?.place;
}

/** What a person would send about what a step is about: it may be new to the mine. */
function dataFor<T extends EventType>(type: T, { for: about }: WayStep, mine: Mine): EventData<T> {
  const choices = wellFormed(type, mine);
  const data = choices.find((choice) => about === undefined || Object.values(choice).includes(about)) ?? choices[0];
  if (!data) throw new Error(`there is nothing to send about ${about}`);
  return data;
}
