import { calendarFaults, uncoveredYears } from './faults/calendar.ts';
import { codeFaults } from './faults/codes.ts';
import { deadlineFaults } from './faults/deadlines.ts';
import type { FaultFinder, ProcedureFault } from './faults/fault.ts';
import { fourEyesFaults, fourEyesWithoutPeople } from './faults/four-eyes.ts';
import { noticeFaults } from './faults/notices.ts';
import { officeFaults } from './faults/offices.ts';
import { officeCodesIn } from './faults/people.ts';
import { schemaFaults } from './faults/schema.ts';
import { procedure } from './procedure.ts';

/** What a document alone can have wrong. */
const ofTheDocument: readonly FaultFinder[] = [schemaFaults, codeFaults, calendarFaults, fourEyesFaults, noticeFaults];

/** What it can have wrong about its offices; without any that can be read there is nothing to say. */
const ofItsOffices: readonly FaultFinder[] = [officeFaults, fourEyesWithoutPeople, deadlineFaults];

/**
 * Everything wrong with a procedure document by itself at an instant, at once, in the order of the document. Pointers (RFC 6901) lead into
 * it. Whether a course of events leads through it is asked elsewhere.
 */
export function documentFaults(document: unknown, now: string): ProcedureFault[] {
  const finders = officeCodesIn(document).size > 0 ? [...ofTheDocument, ...ofItsOffices] : ofTheDocument;
  const faults = finders.flatMap((find) => find(document));
  const read = procedure.safeParse(document);
  const zoned = faults.every(({ code }) => code !== 'unknown-time-zone');
  const all = read.success && zoned ? [...faults, ...uncoveredYears(read.data, now)] : faults;
  return all.toSorted((a, b) => placeOf(a) - placeOf(b));
}

const sections = Object.keys(procedure.shape);

function placeOf({ pointer }: ProcedureFault): number {
  const section = pointer.split('/')[1] ?? '';
  return sections.includes(section) ? sections.indexOf(section) : sections.length;
}
