import { procedure } from '../procedure.ts';
import type { FaultFinder, ProcedureFault } from './fault.ts';
import { type Part, partsAt } from './parts.ts';
import { officeCodesIn, officesIn, peopleIn } from './people.ts';

const { responsible } = procedure.shape.deadlines.valueType.shape;
const { offices: functions } = procedure.shape;

/** Deadlines that nobody would keep. */
export const deadlineFaults: FaultFinder = (document) =>
  partsAt(document, '/deadlines/*', procedure.shape.deadlines.valueType.pick({ responsible: true }).strip()).flatMap(
    ({ pointer, key, value }) => [
      ...ofNoRequirement({ pointer, key, value: value.responsible }),
      ...withoutOwner(document, { pointer, key, value: value.responsible }),
    ],
  );

type Responsible = ReturnType<typeof responsible.parse>;

function ofNoRequirement({ pointer, key, value }: Part<Responsible>): ProcedureFault[] {
  if (value !== 'office-of-requirement' || key === 'evidence-answer') return [];
  return [
    {
      pointer: `${pointer}/responsible`,
      code: 'deadline-without-requirement',
      detail: `leaves ${key} to the office of a requirement, and it is about none; name one of ${Object.keys(functions.shape).join(', ')}, or the owner`,
    },
  ];
}

function withoutOwner(document: unknown, { pointer, key, value }: Part<Responsible>): ProcedureFault[] {
  const [named] = partsAt(document, `/offices/${value}`, functions.shape.inspection);
  if (!named) return [];
  const offices = officesIn(document).filter(({ code }) => code === named.value);
  const known = officeCodesIn(document).has(named.value);
  if (known && (offices.length === 0 || offices.some((office) => peopleIn([office], office.roles) > 0))) return [];
  return [
    {
      pointer: `${pointer}/responsible`,
      code: 'deadline-without-owner',
      detail: `leaves ${key} to ${value}, which is the office ${named.value}, and ${known ? 'nobody is there' : 'that is not in the directory'}; give it people, or name another office for ${value}`,
    },
  ];
}
