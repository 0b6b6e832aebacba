import { z } from 'zod';
import type { EventType } from '../../events/events.ts';
import { procedure } from '../procedure.ts';
import type { FaultFinder, ProcedureFault } from './fault.ts';
import { partsAt } from './parts.ts';
import { either, officeCodesIn, officesIn, peopleIn, sendersUnder } from './people.ts';

const coded = z.looseObject({ code: z.string(), office: z.string() });

/** Offices that are not in the directory, and what is left undone because nobody there may do it. */
export const officeFaults: FaultFinder = (document) => [
  ...['/checks/*/office', '/requirements/*/office', '/offices/*'].flatMap((path) => notInDirectory(document, path)),
  ...partsAt(document, '/checks/*', coded).flatMap(({ pointer, value }) =>
    undone(document, value, 'CheckRecorded', {
      pointer,
      code: 'check-nobody-can-record',
      detail: `cannot be recorded by anybody`,
    }),
  ),
  ...partsAt(document, '/requirements/*', coded).flatMap(({ pointer, value }) =>
    undone(document, value, 'RequirementSatisfied', {
      pointer,
      code: 'requirement-nobody-can-satisfy',
      detail: `cannot be satisfied by anybody`,
    }),
  ),
  ...tooFewInspectors(document),
];

function notInDirectory(document: unknown, path: string): ProcedureFault[] {
  const known = officeCodesIn(document);
  return partsAt(document, path, z.string())
    .filter(({ value }) => !known.has(value))
    .map(({ pointer, value }) => ({
      pointer,
      code: 'unknown-office',
      detail: `names the office ${value}, which is not in the directory; add it there, or name one of ${[...known].join(', ')}`,
    }));
}

function undone(
  document: unknown,
  { code, office }: z.infer<typeof coded>,
  type: EventType,
  fault: ProcedureFault,
): ProcedureFault[] {
  const offices = officesIn(document).filter((one) => one.code === office);
  const senders = sendersUnder(document, type);
  const known = officeCodesIn(document).has(office);
  if (known && (offices.length === 0 || peopleIn(offices, senders) > 0)) return [];
  const why = known ? `the office ${office} has no ${either(senders)}` : `the office ${office} is not in the directory`;
  return [{ ...fault, detail: `${code} ${fault.detail}: ${why}; give it one, or name another office` }];
}

function tooFewInspectors(document: unknown): ProcedureFault[] {
  const there = peopleIn(officesIn(document), sendersUnder(document, 'InspectionStarted'));
  return partsAt(document, '/minimumInspectors', procedure.shape.minimumInspectors)
    .filter(({ value }) => there > 0 && there < value)
    .map(({ pointer, value }) => ({
      pointer,
      code: 'too-few-inspectors',
      detail: `asks for ${value} inspectors, and the directory has ${there}; ask for fewer, or add people`,
    }));
}
