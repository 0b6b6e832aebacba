import { z } from 'zod';
import { usualSenders } from '../../catalogue.ts';
import type { EventType } from '../../events/events.ts';
import type { Role } from '../../roles.ts';
import { procedure } from '../procedure.ts';
import { partsAt } from './parts.ts';

const office = z.object(procedure.shape.directory.element.pick({ code: true, roles: true, people: true }).shape);
const fourEyes = procedure.shape.fourEyes.valueType;

/** An office as far as it says who is there. */
export type StaffedOffice = z.infer<typeof office>;

/** The offices in a document's directory that can be read. */
export function officesIn(document: unknown): StaffedOffice[] {
  return partsAt(document, '/directory/*', office).map(({ value }) => value);
}

/** The codes of all offices in a document's directory. */
export function officeCodesIn(document: unknown): ReadonlySet<string> {
  return new Set(partsAt(document, '/directory/*/code', z.string()).map(({ value }) => value));
}

/** How many people some offices have in some roles, each person in one role; infinitely many where the directory does not say. */
export function peopleIn(offices: readonly StaffedOffice[], roles: readonly Role[]): number {
  return offices
    .flatMap((office) => office.roles.filter((role) => roles.includes(role)).map((role) => office.people?.[role]))
    .reduce<number>((sum, people) => sum + (people ?? Number.POSITIVE_INFINITY), 0);
}

/** The roles that may send, or under four eyes request, an event under a document. */
export function sendersUnder(document: unknown, type: EventType): readonly Role[] {
  return rulesOfFourEyes(document).get(type)?.request ?? usualSenders(type);
}

/** The rules of four eyes in a document that can be read, by event type. */
export function rulesOfFourEyes(document: unknown): ReadonlyMap<string, z.infer<typeof fourEyes>> {
  return new Map(partsAt(document, '/fourEyes/*', fourEyes).map(({ key, value }) => [key, value]));
}

/** Roles in a sentence: `licensing or supervisor`. */
export function either(roles: readonly string[]): string {
  return roles.length === 0 ? 'nobody' : roles.join(' or ');
}
