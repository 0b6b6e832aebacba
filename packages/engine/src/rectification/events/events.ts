import type { z } from 'zod';
import { appealEvents } from './appeal.ts';
import { approvalEvents } from './approval.ts';
import { closureEvents } from './closure.ts';
import { inspectionEvents } from './inspection.ts';
import { letterEvents } from './letter.ts';
import { licenceEvents } from './licence.ts';
import { powerEvents } from './power.ts';
import { recordEvents } from './record.ts';
import { registrationEvents } from './registration.ts';
import { requirementEvents } from './requirement.ts';

/** The schema of each event type's `data`: the one vocabulary of statechart, store, HTTP, screens and exports. */
export const eventSchemas = {
  ...registrationEvents,
  ...closureEvents,
  ...inspectionEvents,
  ...requirementEvents,
  ...licenceEvents,
  ...letterEvents,
  ...powerEvents,
  ...appealEvents,
  ...recordEvents,
  ...approvalEvents,
};

/** The name of an event type. */
export type EventType = keyof typeof eventSchemas;

/** The data of an event of type `T`. */
export type EventData<T extends EventType = EventType> = z.infer<(typeof eventSchemas)[T]>;

/** All event types, in the order of domain.md's table. */
export const eventTypes = Object.keys(eventSchemas).filter(isEventType);

/** Whether a name is an event type's. */
export function isEventType(name: string): name is EventType {
  return Object.hasOwn(eventSchemas, name);
}
