import { openFindings } from '@rectify/engine';
import { act, type Course, dayAfter, document, isShutIn, type Part, perhapsLate, shortly, takes } from '../course.ts';
import { DAY, drawnLength } from '../durations.ts';

const wrong = [
  'Transformers run without the records of the power office.',
  'Invoices of the third quarter are incomplete.',
  'Capacity found on site is above the figure registered.',
  'Fire doors are blocked.',
  'The list of customers is not up to date.',
] as const;
const codes = ['TAX', 'REAL_NAME', 'POWER_SUPPLY', 'FIRE_SAFETY', 'OTHER'] as const;

/** An inspection from its schedule, if there is one, to its result; a re-inspection after a failed one. */
export function* inspection(course: Course, cycle: number): Part<void> {
  const { chance } = course;
  const isFirst = course.mine().value.operation === 'closed.awaitingInspection';
  const inspectionId = course.fresh('I');
  const days = drawnLength(chance, isFirst ? 'first inspection' : 're-inspection') / DAY;
  if (chance.happens(0.35)) {
    yield* shortly(course);
    if (!awaits(course, cycle)) return;
    course.send(course.at('inspector'), 'InspectionScheduled', {
      inspectionId,
      scheduledFor: dayAfter(course, Math.ceil(days)),
    });
  }
  yield* takes(course, isFirst ? 'first inspection' : 're-inspection');
  if (!awaits(course, cycle)) return;
  const told = yield* perhapsLate(course);
  if (!awaits(course, cycle)) return;
  const present = chance.happens(0.7) ? { inspectorsPresent: chance.whole(2, 5) } : {};
  const began = yield* act(course, course.at('inspector'), 'InspectionStarted', { inspectionId, ...present }, told);
  if (began === 'done') yield* underWay(course, cycle, inspectionId);
}

function* underWay(course: Course, cycle: number, inspectionId: string): Part<void> {
  const { chance } = course;
  const inspector = course.at('inspector');
  if (chance.happens(0.04)) {
    yield* shortly(course);
    if (isInspecting(course, cycle))
      course.send(inspector, 'InspectionAbandoned', {
        inspectionId,
        reason: 'Nobody of the operator was at the site.',
      });
    return;
  }
  const { procedure, inspections } = course.mine().mine;
  const isGood = chance.happens(inspections.failed ? 0.85 : 0.62);
  const bad = isGood ? undefined : chance.oneOf([undefined, ...procedure.checks.map(({ code }) => code)]);
  for (const { code, takesDocument } of procedure.checks) {
    if (inspections.failed && course.mine().mine.checks[code]?.outcome === 'pass') continue;
    yield* shortly(course);
    if (!isInspecting(course, cycle)) return;
    const outcome = code === bad ? 'fail' : chance.happens(0.06) ? 'not-applicable' : 'pass';
    const shown = takesDocument
      ? chance.happens(0.3) && { document: document(course, `${code}.pdf`) }
      : { referenceNumber: `GEN-${course.mineId}-${inspectionId}`, heldBy: 'public-security' };
    const desk = code.startsWith('REAL_NAME') ? 'publicSecurity' : 'inspector';
    course.send(course.at(desk), 'CheckRecorded', { check: code, outcome, ...shown });
  }
  yield* lookAtFindings(course, cycle, isGood, bad);
  yield* takes(course, 'inspecting');
  const told = yield* perhapsLate(course);
  if (!isInspecting(course, cycle)) return;
  const isOpen = openFindings(course.mine().mine.findings).length > 0;
  const side = chance.happens(0.6) ? { ownerSide: chance.oneOf(['signed', 'signed', 'refused', 'absent']) } : {};
  yield* act(course, inspector, isOpen ? 'InspectionFailed' : 'InspectionPassed', { inspectionId, ...side }, told);
}

/** What was open is cleared, mostly; where something is wrong again, a finding says what. */
function* lookAtFindings(course: Course, cycle: number, isGood: boolean, check: string | undefined): Part<void> {
  const { chance } = course;
  for (const { findingId } of openFindings(course.mine().mine.findings)) {
    yield* shortly(course);
    if (!isInspecting(course, cycle)) return;
    if (isGood || chance.happens(0.5)) course.send(course.at('inspector'), 'FindingCleared', { findingId });
  }
  if (isGood) return;
  for (let more = chance.oneOf([1, 1, 1, 2, 3]); more > 0; more--) {
    yield* shortly(course);
    if (!isInspecting(course, cycle)) return;
    course.send(course.at('inspector'), 'FindingRaised', {
      findingId: course.fresh('F'),
      description: chance.oneOf(wrong),
      dueOn: dayAfter(course, chance.oneOf([7, 14, 14, 21, 30])),
      ...(check !== undefined && { check }),
      ...(chance.happens(0.4) && { findingCode: chance.oneOf(codes) }),
    });
  }
}

function awaits(course: Course, cycle: number): boolean {
  const { operation } = course.mine().value;
  const isAwaiting = operation === 'closed.awaitingInspection' || operation === 'closed.awaitingReinspection';
  return isAwaiting && isShutIn(course, cycle);
}

function isInspecting(course: Course, cycle: number): boolean {
  return course.mine().value.operation === 'closed.inspecting' && isShutIn(course, cycle);
}
