import { calendarFaults, uncoveredYears } from './faults/calendar.ts';
import { codeFaults } from './faults/codes.ts';
import { deadlineFaults } from './faults/deadlines.ts';
import type { FaultFinder, ProcedureFault } from './faults/fault.ts';
import { fourEyesFaults, fourEyesWithoutPeople } from './faults/four-eyes.ts';
import { noticeFaults } from './faults/notices.ts';
import { officeFaults } from './faults/offices.ts';
import { officeCodesIn } from './faults/people.ts';
import { reopeningFaults } from './faults/reopening.ts';
import { schemaFaults } from './faults/schema.ts';
import { procedure } from './procedure.ts';

/** What a document alone can have wrong. */
const ofTheDocument: readonly FaultFinder[] = [schemaFaults, codeFaults, calendarFaults, fourEyesFaults, noticeFaults];

/** What it can have wrong about its offices; without any that can be read there is nothing to say. */
const ofItsOffices: readonly FaultFinder[] = [officeFaults, fourEyesWithoutPeople, deadlineFaults];

/**
 * Everything wrong with a procedure document at an instant, at once, in the order of the document; none where it may be published. Pointers (RFC 6901)
 * lead into the document. Pure: who may publish it, and whether its version exists already, is asked elsewhere.
 */
export function checkProcedure(document: unknown, now: string): ProcedureFault[] {
  const finders = officeCodesIn(document).size > 0 ? [...ofTheDocument, ...ofItsOffices] : ofTheDocument;
  const faults = finders.flatMap((find) => find(document));
  const read = procedure.safeParse(document);
  const zoned = faults.every(({ code }) => code !== 'unknown-time-zone');
  const all =
    read.success && zoned ? [...faults, ...uncoveredYears(read.data, now), ...reopeningFaults(read.data)] : faults;
  return all.toSorted((a, b) => placeOf(a) - placeOf(b));
}

const sections = Object.keys(procedure.shape);

/** Faults of the whole document come last: they are often a consequence of others. */
function placeOf({ pointer }: ProcedureFault): number {
  const section = pointer.split('/')[1];
  if (section === undefined) return sections.length + 1;
  return sections.includes(section) ? sections.indexOf(section) : sections.length;
}
